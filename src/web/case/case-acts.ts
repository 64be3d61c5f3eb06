import type { Context } from 'hono';
import type { Act, Refused } from '../../jobs/act.ts';
import { addCaseTo } from '../../jobs/add-case.ts';
import { replyToThem } from '../../jobs/answer-question.ts';
import { changeContact } from '../../jobs/change-contact.ts';
import { extendDeadline } from '../../jobs/extend-deadline.ts';
import { noteOnCase } from '../../jobs/note-on-case.ts';
import { recordAnswer } from '../../jobs/record-answer.ts';
import { undoLastAct } from '../../jobs/undo-act.ts';
import { withdrawCase } from '../../jobs/withdraw-case.ts';
import { journalOfCase } from '../../register/journal.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import type { Role } from '../../rules/campaign/campaign.ts';
import { givenWords } from '../../rules/standing/given-words.ts';
import { journalWords } from '../../rules/standing/journal-words.ts';
import { leaveNotice, type Notice } from '../frame/notice.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { dayOf, type Form, givenIn, textOf } from './answer-fields.ts';
import { type CaseAt, caseAt } from './case-address.ts';
import { lastLine } from './case-forms.ts';

const ROLES: readonly Role[] = ['postmottak', 'director', 'officer'];

/** What an act came to: words for her, or why it was refused. */
type Done = { done: string; undo?: boolean } | Refused;
type CaseAct = (found: CaseAt, form: Form, act: Act) => Done;

/**
 * What a person does with a case. Each is a form that knows the last line of the journal when it was made: when something
 * has happened since (somebody else's act, an answer, her own second click) nothing is done, and she is shown why.
 */
export function addCaseActs(app: WebApp, world: WebWorld): void {
  const { register } = world;
  const acts: Record<string, CaseAct> = {
    svar: ({ now }, form, act) => {
      const given = givenIn(form);
      if ('refused' in given) return given;
      const channel = textOf(form, 'kanal').slice(0, 40) || 'telefon';
      const note = textOf(form, 'merknad').slice(0, 1000);
      const heard = { channel, note: note === '' ? null : note };
      const result = recordAnswer(register, now.one.id, given.given, heard, act);
      return 'refused' in result ? result : { done: `er registrert: ${givenWords(result.answer)}.`, undo: true };
    },
    svart: ({ now }, form, act) => {
      const reply = REPLIES[textOf(form, 'hva')];
      if (reply === undefined) return { refused: 'Velg hva du har gjort. Ingenting er registrert.' };
      const result = replyToThem(register, now.one.id, reply.what, act);
      return 'refused' in result ? result : { done: reply.words, undo: true };
    },
    frist: ({ now }, form, act) => {
      const until = dayOf(form, 'til');
      if (until === null) return { refused: 'Ny frist: ventet en dag, fant ingen. Ingenting er registrert.' };
      const result = extendDeadline(register, now.one.id, until, act);
      if ('refused' in result) return result;
      return { done: [`har fått ny frist ${shortDate(until)}.`, ...result.warnings].join(' '), undo: true };
    },
    kontakt: ({ now }, form, act) => {
      const role = ROLES.find(one => one === textOf(form, 'rolle'));
      if (role === undefined) return { refused: 'Velg hvem kontakten er. Ingenting er lagret.' };
      const contact = {
        municipalityId: now.one.municipalityId,
        role,
        name: textOf(form, 'navn').slice(0, 200),
        address: textOf(form, 'adresse'),
      };
      const result = changeContact(register, contact, act);
      return 'refused' in result
        ? { refused: result.refused.replace(/^--address: /, 'E-postadressen: ') }
        : { done: `får brev til ${contact.address} fra nå av.`, undo: true };
    },
    'ta-ut': ({ now }, form, act) => {
      const because = textOf(form, 'hvorfor').slice(0, 300);
      if (because === '') return { refused: 'Si hvorfor kommunen tas ut. Ingenting er endret.' };
      const result = withdrawCase(register, now.one.id, because, act);
      return 'refused' in result ? result : { done: 'er tatt ut.', undo: true };
    },
    'ta-inn': ({ now, campaign }, _, act) => {
      const addition = {
        ...act,
        municipality: now.municipality,
        date: osloDate(now.one.openedAt),
        address: null,
        newToken: world.newToken,
      };
      const result = addCaseTo(register, campaign, addition);
      return 'refused' in result ? result : { done: 'er tatt inn igjen.', undo: true };
    },
    angre: ({ now }, _, act) => {
      const result = undoLastAct(register, now.one.id, act);
      if ('refused' in result) return result;
      const since = result.letterSince === null ? '' : ' Brevet som er sendt siden, står.';
      return { done: `: angret «${result.lines.map(line => journalWords(line.entry)).join(', ')}».${since}` };
    },
    notat: ({ now }, form, act) => {
      const result = noteOnCase(register, now.one.id, textOf(form, 'notat'), act);
      return 'refused' in result ? result : { done: ': notatet er lagret.' };
    },
  };
  for (const [name, run] of Object.entries(acts)) {
    app.post(`/henvendelser/:id/kommuner/:number/${name}`, needs(world, 'decide'), async c => {
      const found = caseAt(register, c.req.param('id'), c.req.param('number'));
      if (found === null) return c.notFound();
      return carryOut(c, world, c.get('person'), found, run);
    });
  }
}

const REPLIES: Record<
  string,
  { what: 'question-answered' | 'condition-accepted' | 'condition-refused'; words: string }
> = {
  besvart: { what: 'question-answered', words: 'har fått svar. Påminnelsene går igjen.' },
  godta: { what: 'condition-accepted', words: 'slutter seg til: forbeholdet er godtatt.' },
  avvis: { what: 'condition-refused', words: 'må svare på nytt: forbeholdet er ikke godtatt.' },
};

async function carryOut(c: Context, world: WebWorld, person: SignedIn, found: CaseAt, run: CaseAct) {
  const form: Form = await c.req.parseBody();
  const name = found.now.municipality.name;
  const seen = Number(textOf(form, 'siste'));
  const newer = journalOfCase(world.register, found.now.one.id).filter(one => one.id > seen);
  const say = (notice: Notice) => leaveNotice(world, person, notice);
  if (newer.length > 0) {
    const last = newer.at(-1)!;
    const words = `${last.actorKind === 'robot' ? 'Roboten' : last.actor}: ${journalWords(last)}.`;
    say({
      color: 'warning',
      words: `Saken er endret siden du så den. ${words} Det du valgte, er ikke lagret. Se over, og gjør det på nytt hvis det fortsatt er riktig.`,
    });
    return c.redirect(found.href, 303);
  }
  const done = run(found, form, { by: person.actsAs, at: world.now() });
  if ('refused' in done) say({ color: 'warning', words: done.refused });
  else {
    const siste = String(lastLine(journalOfCase(world.register, found.now.one.id)));
    const undo = done.undo === true ? { undo: { action: `${found.href}/angre`, fields: { siste } } } : {};
    say({ color: 'success', words: `${name}${done.done.startsWith(':') ? '' : ' '}${done.done}`, ...undo });
    world.nudge();
  }
  return c.redirect(found.href, 303);
}
