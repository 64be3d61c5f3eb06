import { html } from 'hono/html';
import type { Instant, IsoDate } from '../../rules/calendar/iso-date.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { Standing } from '../../rules/standing/standing.ts';
import { bodyWords, conclusionWords } from '../../rules/standing/standing-words.ts';
import { type IconName, icon } from './icons.ts';
import { tableDay } from './written-moment.ts';

export type TagColor = 'success' | 'neutral' | 'info' | 'warning' | 'danger';

/** A case's answer as a tag: colour, drawing and word, never colour alone. `beside` is what stands after it in small. */
export interface AnswerTag {
  color: TagColor;
  icon: IconName;
  words: string;
  beside: string;
}

/** @param deadline the one in force for the case; null when none is set */
export function answerTag(standing: Standing, today: IsoDate, deadline: IsoDate | null): AnswerTag {
  const tag = (color: TagColor, name: IconName, words: string, beside = ''): AnswerTag => ({
    color,
    icon: name,
    words,
    beside,
  });
  if (standing.withdrawn !== null) return tag('neutral', 'nei', 'Tatt ut', standing.withdrawn);
  const { details, answer } = standing;
  const on = details?.decidedOn ?? (standing.answeredAt === null ? null : osloDate(standing.answeredAt));
  const said = [details?.stage === 'decided' ? 'vedtatt' : 'opplyst', on === null ? '' : tableDay(on)].join(' ').trim();
  const body = bodyWords(details?.body);
  const beside = `${said}${body === '' || details?.stage !== 'decided' ? '' : `, ${body}`}`;
  switch (answer) {
    case 'joined':
      return tag('success', 'ja', 'Slutter seg til', beside);
    case 'declined':
      return tag('neutral', 'nei', 'Slutter seg ikke til', beside);
    case 'conditional':
      return tag('warning', 'vilkar', 'Med forbehold', beside);
    case 'recommended': {
      const when = details?.expectedBy == null ? 'ikke vedtatt' : `behandles ${tableDay(details.expectedBy)}`;
      return tag('info', 'innst', `Innstilling: ${conclusionWords(details?.conclusion ?? 'unclear')}`, when);
    }
    case 'deferred': {
      if (details?.expectedBy == null)
        return tag('info', 'dato', 'Til vurdering', `${on === null ? '' : `${tableDay(on)}, `}uten dato`);
      const isPast = details.expectedBy < today;
      return isPast
        ? tag('info', 'dato', `Møtet var ${tableDay(details.expectedBy)}`, 'utfallet er ukjent')
        : tag('info', 'dato', `Behandles ${tableDay(details.expectedBy)}`, body === '' ? '' : `i ${body}`);
    }
    case 'question':
      return tag('warning', 'sporsmal', 'Spørsmål til oss', on === null ? '' : tableDay(on));
    case 'unclear':
      return tag('warning', 'uklart', 'Uklart');
    case 'none':
      if (standing.ball === 'review') return tag('warning', 'uklart', 'Til avklaring');
      if (standing.extension !== null && standing.extension.until >= today)
        return tag('info', 'dato', `Ny frist ${tableDay(standing.extension.until)}`);
      return deadline !== null && deadline < today
        ? tag('danger', 'tom', 'Ikke svart')
        : tag('neutral', 'vent', 'Venter på svar');
  }
}

export function shownTag({ color, icon: name, words, beside }: AnswerTag) {
  return html`<span class="ds-tag" data-color="${color}">${icon(name)}${words}</span>${beside === '' ? '' : html` <span class="small">${beside}</span>`}`;
}

/** With whom the ball is: «Kommunen», «Oss», «Avklaring»; empty for a case that is done. */
export function shownBall(standing: Standing) {
  if (standing.withdrawn !== null || (standing.closed && standing.ball !== 'review'))
    return html`<span class="soft">–</span>`;
  const [name, words] = (
    { theirs: ['hus', 'Kommunen'], ours: ['oss', 'Oss'], review: ['uklart', 'Avklaring'] } as const
  )[standing.ball];
  return html`<span class="nb">${icon(name)} ${words}</span>`;
}

/** What became of the last letter. */
export function shownDelivery(standing: Standing, track: 'live' | 'trial') {
  const at: Instant | null = standing.lastLetterAt[track] ?? standing.lastLetterAt[track === 'live' ? 'trial' : 'live'];
  const day = at === null ? '' : ` ${tableDay(osloDate(at))}`;
  const say = (name: IconName, words: string, color?: 'warning' | 'danger') =>
    html`<span class="nb">${icon(name, color)} ${words}</span>`;
  switch (standing.delivery) {
    case 'queued':
      return say('klokke', 'I kø');
    case 'sent':
      return say('sendt', `Sendt${day}`);
    case 'receipt seen':
      return say('kvitt', `Kvittert${day === '' ? '' : ','}${day === '' ? '' : ` sendt${day}`}`);
    case 'bounced soft':
      return say('klokke', 'Forsinket', 'warning');
    case 'bounced hard':
      return say('feil', 'Ikke levert', 'danger');
  }
}

/** Who wrote the answer. */
export function shownSource(standing: Standing) {
  if (standing.source === null) return html`<span class="soft">–</span>`;
  return standing.source === 'robot'
    ? html`<span class="nb">${icon('robot')} Robot</span>`
    : html`<span class="nb">${icon('person')} Person</span>`;
}
