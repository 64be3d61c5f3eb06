import { html } from 'hono/html';
import { messageHeader, readingOf } from '../../register/messages.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { FIELD_WORDS } from '../../rules/replies/field-words.ts';
import type { Answer, JournalEntry } from '../../rules/standing/journal-entry.ts';
import { journalWords } from '../../rules/standing/journal-words.ts';
import { placeOf } from '../../rules/standing/standing.ts';
import { type IconName, icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';
import type { TagColor } from '../frame/standing-tag.ts';
import { clock } from '../frame/written-moment.ts';
import { markedText } from '../message/marked-text.ts';

/** Everything that happened to a case, the newest first: letters out, mails in with the robot's reading, what people did. */
export function timeline(register: Register, journal: readonly JournalEntry[]): Html {
  const lines = [...journal].sort((a, b) => placeOf(b) - placeOf(a) || b.id - a.id);
  const undone = new Set(journal.flatMap(one => (one.event === 'undone' ? [one.entry] : [])));
  const shown = new Set<number>();
  return html`<ol class="tl">${lines.map(entry => {
    // Several lines may be about one mail: its text is shown with the newest of them.
    const isFirst = entry.messageId !== null && !shown.has(entry.messageId);
    if (entry.messageId !== null) shown.add(entry.messageId);
    return line(register, entry, undone.has(entry.id), isFirst);
  })}</ol>`;
}

const LOOKS: Partial<Record<JournalEntry['event'], { icon: IconName; color: TagColor | 'accent' }>> = {
  'letter-sent': { icon: 'sendt', color: 'accent' },
  'written-by-hand': { icon: 'sendt', color: 'accent' },
  'receipt-seen': { icon: 'kvitt', color: 'neutral' },
  'absence-seen': { icon: 'borte', color: 'neutral' },
  bounced: { icon: 'feil', color: 'danger' },
  'review-raised': { icon: 'uklart', color: 'warning' },
  'rung-spared': { icon: 'hopp', color: 'neutral' },
  noted: { icon: 'rediger', color: 'neutral' },
  extended: { icon: 'dato', color: 'info' },
  withdrawn: { icon: 'nei', color: 'neutral' },
};

const ANSWERS: Record<string, { icon: IconName; color: TagColor }> = {
  joined: { icon: 'ja', color: 'success' },
  declined: { icon: 'nei', color: 'neutral' },
  conditional: { icon: 'vilkar', color: 'warning' },
  deferred: { icon: 'dato', color: 'info' },
  question: { icon: 'sporsmal', color: 'warning' },
  unclear: { icon: 'uklart', color: 'warning' },
};

function look(entry: JournalEntry): { icon: IconName; color: TagColor | 'accent' } {
  if (entry.event === 'answered' || entry.event === 'confirmed')
    return entry.answer.stage === 'recommended' ? { icon: 'innst', color: 'info' } : ANSWERS[entry.answer.conclusion]!;
  return LOOKS[entry.event] ?? { icon: entry.actorKind === 'person' ? 'person' : 'robot', color: 'neutral' };
}

function line(register: Register, entry: JournalEntry, isUndone: boolean, withText: boolean): Html {
  const { icon: name, color } = look(entry);
  const words = journalWords(entry);
  const head = `${words[0]!.toUpperCase()}${words.slice(1)}`;
  const who = entry.actorKind === 'robot' ? html`${icon('robot')} Robot` : html`${icon('person')} ${entry.actor}`;
  return html`<li data-color="${color}"><time datetime="${entry.at}">${shortDate(osloDate(entry.at))} ${clock(entry.at)}</time>${icon(name)}<div class="body"><p>${
    isUndone ? html`<s>${head}</s> <span class="small soft">angret</span>` : html`<strong>${head}</strong>`
  } <span class="small soft">${who}</span></p>${
    entry.letterId === null
      ? ''
      : html`<p class="small"><a class="ds-link" href="/brev/${entry.letterId}">Vis brevet</a></p>`
  }${withText && entry.messageId !== null ? message(register, entry.messageId, answerOf(entry)) : ''}</div></li>`;
}

function answerOf(entry: JournalEntry): Answer | null {
  if (entry.event === 'answered' || entry.event === 'confirmed') return entry.answer;
  return entry.event === 'review-raised' ? entry.suggestion : null;
}

/** The mail's own words with the evidence marked; what stands in an attachment is quoted below. */
function message(register: Register, id: number, answer: Answer | null): Html {
  const header = messageHeader(register, id);
  const reading = readingOf(register, id);
  if (header === null || header.direction !== 'in') return html``;
  const evidence = answer?.evidence ?? reading?.evidence ?? [];
  const elsewhere = evidence.filter(one => one.part !== 'body');
  return html`<p class="small soft">Fra <span class="text">${header.from ?? 'ukjent'}</span>: ${header.subject || 'uten emne'}</p>
${reading === null || reading.newText.trim() === '' ? '' : html`<div class="doc">${markedText(reading.newText, evidence, 'body')}</div>`}
${
  elsewhere.length === 0
    ? ''
    : html`<div class="box tint"><p class="small"><strong>${icon('fil')} I vedlegg</strong></p><ul class="claims">${elsewhere.map(
        one =>
          html`<li><span class="ref">${FIELD_WORDS[one.field] ?? one.field}</span> <span>«${one.text}» <span class="small soft">${one.part}</span></span></li>`,
      )}</ul></div>`
}
<p class="row small noprint"><a class="ds-link" href="/meldinger/${id}">Hele meldingen med vedlegg</a> <a class="ds-link" href="/meldinger/${id}/fil.eml">Last ned (.eml)</a></p>`;
}
