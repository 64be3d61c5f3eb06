import { describe, expect, test, vi } from 'vitest';
import { READER_VERSION } from '../../src/jobs/read-stored-mail.ts';
import { recordAnswer } from '../../src/jobs/record-answer.ts';
import { rereadMail } from '../../src/jobs/reread-mail.ts';
import { settleReview } from '../../src/jobs/settle-review.ts';
import { undoLastAct } from '../../src/jobs/undo-act.ts';
import { setCampaignState } from '../../src/register/campaigns.ts';
import { journalOfCase, openReviews, writeJournal } from '../../src/register/journal.ts';
import { readingsOf } from '../../src/register/messages.ts';
import * as follow from '../../src/rules/standing/follow-rereading.ts';
import { standingOf } from '../../src/rules/standing/standing.ts';
import { at } from '../worlds/journal.ts';
import { mailFrom, mailReadLongAgo, TAKEN_FOR_OTHER, takenFor } from '../worlds/mail-read-long-ago.ts';
import { ID, runningStory } from './running-story.ts';

vi.mock('../../src/rules/standing/follow-rereading.ts', { spy: true });

const TODAY = at('2014-03-03', '10:00');
const YES = (name: string) => `Hei.\r\n\r\n${name} kommune slutter seg til ordningen.\r\n\r\nMed hilsen\r\nKari Nes`;
const IF = (name: string) =>
  `Hei.\r\n\r\n${name} kommune slutter seg til ordningen dersom alle de andre kommunene gjør det.\r\n\r\nMed hilsen\r\nKari Nes`;
const LATER = 'Hei.\r\n\r\nSaken behandles i kommunestyret 24. april 2014.\r\n\r\nMed hilsen\r\nKari Nes';
const THANKS = 'Hei.\r\n\r\nMandag er det fint vær her ute.\r\n\r\nMed hilsen\r\nKari Nes';

const NO = { conclusion: 'declined', stage: null, amountNok: null, expectedBy: null, decidedOn: null } as const;
const RECEIPT = 'Vi har mottatt henvendelsen. Saken er registrert med saksnummer 2014/7771-2.\r\n\r\nServicetorget';

/** From an address that nobody knows, with nothing but the municipality's case number to tell whose it is. */
const strangersMail = (day: string) =>
  Buffer.from(
    `From: Kari Nes <kari@privat.example>\r\nSubject: Felles kommunal ressurs, samhandling med St. Olav\r\nDate: ${new Date(at(day)).toUTCString()}\r\n` +
      'Content-Type: text/plain; charset=utf-8\r\n\r\nSak 2014/7771: vi slutter oss til ordningen.\r\n',
  );

/** The campaign of 2013 with a few municipalities; mails that an older reader read, and today's reader over them. */
function world(...only: string[]) {
  const story = runningStory(...only);
  const { register } = story;
  return {
    ...story,
    came: (name: string, text: string, day: string, was = {}) =>
      mailReadLongAgo(register, mailFrom(name, text, at(day)), at(day), was),
    reread: (apply = true, now = TODAY) => rereadMail({ register, apply }, () => now),
    journal: (name: string) => journalOfCase(register, story.caseOf(name)),
    letter: (name: string, day: string) =>
      writeJournal(
        register,
        story.caseOf(name),
        { event: 'letter-sent', letter: 'missing', occasion: `x${day}`, addresses: [], byHand: false },
        { at: at(day), actor: { kind: 'robot', name: 'roboten' }, mode: 'live' },
      ),
    lines: () => register.prepare('SELECT * FROM journal').all(),
  };
}

describe('reading stored mail again', () => {
  test('shows what would change, and writes nothing', async () => {
    const { came, reread, standing, lines, register } = world('Hitra', 'Skaun');
    const id = await came('Hitra', IF('Hitra'), '2014-02-28', TAKEN_FOR_OTHER);
    await came('Skaun', YES('Skaun'), '2014-02-28');
    const before = lines();
    const { read, changed, unchanged } = await reread(false);
    expect({ read, unchanged }).toEqual({ read: 2, unchanged: 1 });
    expect(changed).toMatchObject([
      {
        messageId: id,
        before: { kind: 'other' },
        after: { conclusion: 'conditional' },
        lines: [{ following: { what: 'follows' } }, { following: { what: 'follows' } }],
      },
    ]);
    expect(lines()).toEqual(before);
    expect(readingsOf(register, id)).toHaveLength(1);
    expect(standing('Hitra').answer).toBe('none');
  });

  test('keeps the older reading beside the new one, and the journal follows at the mail’s own time', async () => {
    const { came, reread, standing, journal, register } = world('Hitra');
    const id = await came('Hitra', IF('Hitra'), '2014-02-28', takenFor('deferred'));
    await reread();
    expect(readingsOf(register, id).map(one => [one.reader, one.reading.conclusion])).toEqual([
      ['0', 'deferred'],
      [READER_VERSION, 'conditional'],
    ]);
    expect(standing('Hitra')).toMatchObject({
      answer: 'conditional',
      closed: false,
      source: 'robot',
      answeredAt: at('2014-02-28'),
    });
    expect(standingOf(journal('Hitra'), at('2014-03-01')).answer).toBe('conditional');
    // Nothing is taken away: the old line, its undoing and the new line all stand in the log.
    expect(
      journal('Hitra')
        .slice(-3)
        .map(one => one.event),
    ).toEqual(['answered', 'undone', 'answered']);
  });

  test('changes nothing the second time', async () => {
    const { came, reread, letter, lines } = world('Hitra', 'Skaun', 'Bjugn');
    await came('Hitra', YES('Hitra'), '2014-02-26', TAKEN_FOR_OTHER);
    await came('Skaun', LATER, '2014-02-26', takenFor('joined'));
    await came('Bjugn', THANKS, '2014-02-26', takenFor('joined'));
    letter('Bjugn', '2014-02-27');
    expect((await reread()).changed).toHaveLength(3);
    const after = lines();
    const again = await reread(true, at('2014-03-04'));
    expect(again).toMatchObject({ changed: [], otherWords: 0, unchanged: 3 });
    expect(lines()).toEqual(after);
  });

  test('leaves an answer that letters have relied on, and asks a person', async () => {
    const { came, reread, letter, standing, register, act } = world('Bjugn');
    const id = await came('Bjugn', LATER, '2014-02-26', takenFor('joined'));
    letter('Bjugn', '2014-02-27');
    const { changed } = await reread();
    expect(changed).toMatchObject([
      {
        lines: [
          {
            following: {
              what: 'review',
              write: {
                reasons: [
                  expect.stringContaining(
                    'saken står som «slutter seg til», men meldingen leses nå som «behandles senere». Da ville saken blitt åpnet igjen',
                  ),
                ],
              },
            },
          },
        ],
      },
    ]);
    expect(standing('Bjugn')).toMatchObject({ answer: 'joined', closed: true, ball: 'review' });
    expect(openReviews(register)).toMatchObject([
      { messageId: id, at: TODAY, data: { suggestion: { conclusion: 'deferred', expectedBy: '2014-04-24' } } },
    ]);
    // She accepts what the newer reader says: that is her word.
    settleReview(register, id, act);
    expect(standing('Bjugn')).toMatchObject({ answer: 'deferred', closed: false, source: 'person' });
  });

  test('counts a letter to the others as relying on an answer that closed the case', async () => {
    const { came, reread, letter } = world('Bjugn', 'Hitra');
    await came('Bjugn', LATER, '2014-02-26', takenFor('joined'));
    letter('Hitra', '2014-02-27');
    expect((await reread()).changed[0]!.lines).toMatchObject([{ following: { what: 'review' } }]);
  });

  test('fills in what was not known without asking, letters or not', async () => {
    const { came, reread, letter, standing } = world('Bjugn');
    await came('Bjugn', `${YES('Bjugn')}\r\n\r\nVårt bidrag blir kr 14 133.`, '2014-02-26', takenFor('joined'));
    await came('Bjugn', LATER, '2014-01-20', takenFor('deferred'));
    letter('Bjugn', '2014-02-27');
    await reread();
    expect(standing('Bjugn')).toMatchObject({ answer: 'joined', ball: 'theirs', openReviews: [] });
  });

  test('lets a person’s word stand, and says whose it is', async () => {
    const { came, reread, act, register, standing, caseOf } = world('Hitra', 'Skaun', 'Bjugn');
    const asked = await came('Hitra', LATER, '2014-02-28', {
      ...takenFor('joined'),
      review: true,
      reviewReasons: ['usikker'],
    });
    settleReview(register, asked, { ...act, as: 'declined' });
    await came('Skaun', LATER, '2014-02-28', takenFor('joined'));
    recordAnswer(register, caseOf('Skaun'), NO, { channel: 'telefon', note: null }, act);
    await came('Bjugn', LATER, '2014-02-28', takenFor('joined'));
    undoLastAct(register, caseOf('Bjugn'), act);
    const { changed } = await reread();
    expect(changed.map(one => one.lines.map(line => line.following))).toEqual(
      Array(3).fill([{ what: 'kept', by: act.by }]),
    );
    expect([standing('Hitra').answer, standing('Skaun').answer, standing('Bjugn').ball]).toEqual([
      'declined',
      'declined',
      'review',
    ]);
  });

  test('lets an absence be read anew though she has settled an answer since: it is no word about that', async () => {
    const { came, reread, act, register, caseOf, journal, standing } = world('Hitra');
    const absence = 'Jeg er på ferie og tilbake mandag 3. mars 2014.';
    await came('Hitra', absence, '2014-02-20', { kind: 'out-of-office', conclusion: null, absentUntil: '2014-02-24' });
    recordAnswer(register, caseOf('Hitra'), NO, { channel: 'telefon', note: null }, act);
    expect((await reread()).changed[0]!.lines).toMatchObject([{ following: { what: 'follows' } }]);
    expect(journal('Hitra').at(-1)).toMatchObject({ event: 'absence-seen', actor: 'roboten' });
    expect(standing('Hitra')).toMatchObject({ answer: 'declined', source: 'person' });
  });

  test('asks a person when the mail that closed a case says nothing any more, though a later one said the same', async () => {
    const { came, reread, standing, journal } = world('Hitra');
    await came('Hitra', THANKS, '2014-02-26', takenFor('joined', { municipalities: ['Hitra'], campaign: ID }));
    await came('Hitra', YES('Hitra'), '2014-02-28');
    expect(journal('Hitra').at(-1)!.event).toBe('confirmed');
    await reread();
    expect(standing('Hitra')).toMatchObject({ answer: 'joined', closed: true, ball: 'review' });
  });

  test('keeps a mail in its place: what came after it still stands', async () => {
    const { came, reread, standing, journal } = world('Hitra');
    await came('Hitra', LATER, '2014-01-20', TAKEN_FOR_OTHER);
    await came('Hitra', YES('Hitra'), '2014-02-28');
    await reread();
    expect(standing('Hitra')).toMatchObject({ answer: 'joined', openReviews: [] });
    expect(standingOf(journal('Hitra'), at('2014-02-01'))).toMatchObject({ answer: 'deferred' });
  });

  test('leaves the journal of a closed campaign alone', async () => {
    const { came, reread, register, journal } = world('Hitra');
    await came('Hitra', YES('Hitra'), '2014-02-28', takenFor('deferred'));
    setCampaignState(register, ID, 'closed');
    const before = journal('Hitra');
    expect((await reread()).changed[0]!.lines).toMatchObject([{ following: { what: 'closed' } }]);
    expect(journal('Hitra')).toEqual(before);
  });

  test('is whole after a crash in the middle: what was written stands, and the next run does the rest', async () => {
    const { came, reread, standing } = world('Hitra', 'Skaun');
    await came('Hitra', IF('Hitra'), '2014-02-26', takenFor('deferred'));
    await came('Skaun', IF('Skaun'), '2014-02-28', takenFor('deferred'));
    const { followRereading } = await vi.importActual<typeof follow>('../../src/rules/standing/follow-rereading.ts');
    let calls = 0;
    vi.mocked(follow.followRereading).mockImplementation(read => {
      calls += 1;
      // Two are tried on the copy, the first is written, the second dies in its transaction.
      if (calls === 4) throw new Error('killed');
      return followRereading(read);
    });
    await expect(reread()).rejects.toThrow('killed');
    expect([standing('Hitra').answer, standing('Skaun').answer]).toEqual(['conditional', 'deferred']);
    await reread();
    expect([standing('Hitra').answer, standing('Skaun').answer]).toEqual(['conditional', 'conditional']);
  });

  test('knows of a mail what was known when it came: no case number from later', async () => {
    const { came, register, reread } = world('Hitra');
    const stranger = (day: string) => mailReadLongAgo(register, strangersMail(day), at(day));
    await stranger('2014-02-10');
    await came('Hitra', RECEIPT, '2014-02-20');
    await stranger('2014-02-25');
    expect(await reread()).toMatchObject({ changed: [], otherWords: 0, unchanged: 3 });
  });

  test('knows a case number that today’s reader is the first to see, in the same run', async () => {
    const { came, register, reread } = world('Hitra');
    await came('Hitra', RECEIPT, '2014-02-20', { caseRefs: [] });
    const id = await mailReadLongAgo(register, strangersMail('2014-02-25'), at('2014-02-25'));
    const { changed } = await reread();
    expect(changed).toMatchObject([{ changes: ['caseRefs'] }, { messageId: id, after: { municipalities: ['Hitra'] } }]);
    expect((await reread()).changed).toEqual([]);
  });
});
