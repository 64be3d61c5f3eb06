import { beforeEach, describe, expect, test } from 'vitest';
import { rereadMail } from '../../src/jobs/reread-mail.ts';
import { openReviews } from '../../src/register/journal.ts';
import { addOutgoing, countMessages } from '../../src/register/messages.ts';
import { ID_USED_AGAIN } from '../../src/rules/replies/same-mail.ts';
import { inbox, reply } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

let story: ReturnType<typeof runningStory>;
let box: ReturnType<typeof inbox>;
beforeEach(() => {
  story = runningStory('Hitra', 'Malvik');
  box = inbox(story.register, at('2013-12-09', '10:00'));
});

const YES = 'Hitra kommune slutter seg til ordningen.';
const FOOTER =
  '\r\n_______________________________________________\r\nSamhandling mailing list\r\nsamhandling@lister.example';
const answers = () =>
  story.register.prepare("SELECT count(*) FROM journal WHERE event IN ('answered', 'confirmed')").pluck().get();
const reviews = () => openReviews(story.register).map(one => one.data.reasons);

describe('a mail that has been here before', () => {
  test('with the same bytes is one message, whatever folder shows it, and when it is moved to Junk and back', async () => {
    const mail = reply(YES);
    await box.receive(mail);
    const junk = inbox(story.register, at('2013-12-10'), 'søppel');
    expect(junk.store(mail).isNew).toBe(false);
    expect(box.store(mail).isNew).toBe(false);
    expect(await box.receive()).toEqual([]);
    expect(countMessages(story.register).stored).toBe(1);
    expect(answers()).toBe(1);
  });

  test.each([
    ['uploaded again with other transport headers', { more: 'X-MS-Exchange-Organization: a\r\n' }, YES],
    [
      'as a mailing list’s copy with its footer',
      { more: 'List-Id: <samhandling.lister.example>\r\n' },
      `${YES}${FOOTER}`,
    ],
    [
      'as the copy of a list that writes as itself',
      {
        more: 'List-Id: <samhandling.lister.example>\r\n',
        from: '"Hitra via Samhandling" <samhandling@lister.example>',
      },
      `${YES}${FOOTER}`,
    ],
  ])('is linked when it comes %s', async (_how, more, text) => {
    await box.receive(reply(YES));
    expect(await box.receive(reply(text, more))).toMatchObject([{ outcome: 'duplicate', review: false }]);
    expect(answers()).toBe(1);
    expect(reviews()).toEqual([]);
  });

  test('is linked when the list’s copy came first, also in one batch and read out of order', async () => {
    // Stored first, arrived last.
    box.store(reply(YES), at('2013-12-09', '10:05'));
    box.store(
      reply(`${YES}${FOOTER}`, { more: 'List-Id: <samhandling.lister.example>\r\n' }),
      at('2013-12-09', '10:01'),
    );
    expect((await box.receive()).map(one => one.outcome)).toEqual(['read', 'duplicate']);
    expect(answers()).toBe(1);
  });

  test('is no repetition of a list’s copy whose sender nobody knew: then it is the answer', async () => {
    const list = { more: 'List-Id: <samhandling.lister.example>\r\n', from: 'samhandling@lister.example' };
    await box.receive(reply(`${YES}${FOOTER}`, list));
    expect(await box.receive(reply(YES))).toMatchObject([{ outcome: 'read', review: false }]);
    expect(story.standing('Hitra').answer).toBe('joined');
  });
});

describe('a Message-ID that is used again', () => {
  test('with other words is a mail of its own, and its answer goes to a person', async () => {
    await box.receive(reply('Saken behandles i kommunestyret 30. januar 2014.'));
    expect(story.standing('Hitra')).toMatchObject({ answer: 'deferred', ball: 'theirs' });
    expect(await box.receive(reply(YES))).toMatchObject([{ outcome: 'read', review: true }]);
    expect(reviews()).toEqual([[ID_USED_AGAIN]]);
  });

  test('still waits for a person after a re-reading, and the first one still does not', async () => {
    await box.receive(reply('Saken behandles i kommunestyret 30. januar 2014.'), reply(YES));
    const again = await rereadMail({ register: story.register, apply: true }, () => at('2013-12-10'));
    expect([again.read, again.changed]).toEqual([2, []]);
    expect(reviews()).toEqual([[ID_USED_AGAIN]]);
  });

  test('with the same words and another paper is a mail of its own', async () => {
    const withPaper = (paper: string) =>
      reply(
        `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHei, se vedlegg.\r\n--b\r\nContent-Type: text/plain; charset=utf-8; name=svar.txt\r\nContent-Disposition: attachment; filename=svar.txt\r\n\r\n${paper}\r\n--b--`,
      ).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    await box.receive(withPaper('Hitra kommune slutter seg til ordningen.'));
    const [second] = await box.receive(withPaper('Hitra kommune slutter seg ikke til ordningen.'));
    expect(second).toMatchObject({ outcome: 'read', review: true });
  });

  test('by another municipality does not touch the first one’s case', async () => {
    await box.receive(reply(YES));
    const [other] = await box.receive(
      reply('Malvik kommune slutter seg ikke til ordningen.', { from: 'postmottak@malvik.kommune.example' }),
    );
    expect(other).toMatchObject({ municipalities: ['Malvik'], review: true });
    expect(story.standing('Hitra')).toMatchObject({ answer: 'joined', ball: 'theirs' });
    expect(story.standing('Malvik')).toMatchObject({ closed: false, ball: 'review' });
  });

  test('by an archive system for all its receipts troubles nobody', async () => {
    const receipt = 'Dette er en automatisk bekreftelse på at Hitra kommune har mottatt din henvendelse.';
    await box.receive(reply(receipt, { more: 'Auto-Submitted: auto-replied\r\n' }));
    expect(
      await box.receive(reply(`${receipt} Saksnummer 13/2040.`, { more: 'Auto-Submitted: auto-replied\r\n' })),
    ).toMatchObject([{ kind: 'receipt', review: false, outcome: 'read' }]);
  });

  test('that is one of ours is our letter when we wrote it, and goes to a person when somebody else did', async () => {
    const ours = '<p1.request@purrebot.ks.example>';
    const { register } = story;
    const bytes = Buffer.from('brev');
    const mail = { bytes, sha256: 'x', messageId: ours, from: 'eva.indreby@ks.example', subject: 'Henvendelse' };
    const messageId = addOutgoing(register, mail, at('2013-11-28'));
    register.prepare('UPDATE letter SET mail_message_id = ?, message_id = ? WHERE id = 1').run(ours, messageId);
    const back = (from: string) => reply(YES, { from }).replace('<hitra-1@hitra.kommune.example>', ours);
    expect(await box.receive(back('eva.indreby@ks.example'))).toMatchObject([{ outcome: 'duplicate', review: false }]);
    expect(answers()).toBe(0);
    expect(await box.receive(back('postmottak@hitra.kommune.example'))).toMatchObject([
      { outcome: 'read', review: true },
    ]);
    expect(reviews()).toEqual([[ID_USED_AGAIN]]);
  });
});

test.each(['', 'Message-ID: <>\r\n', `Message-ID: <${'x'.repeat(10_000)}@hitra.example>\r\n`])(
  'mails without a usable Message-ID are never taken for one another (%#)',
  async more => {
    const results = await box.receive(
      reply('Saken behandles i kommunestyret 30. januar 2014.', { id: '', more }),
      reply(YES, { id: '', more }),
    );
    expect(results.map(one => one.outcome)).toEqual(['read', 'read']);
    expect(story.standing('Hitra').answer === 'joined' || story.standing('Hitra').ball === 'review').toBe(true);
  },
);

describe('answers of one municipality in one batch', () => {
  test('that contradict each other go to a person, in whichever order they were stored', async () => {
    box.store(reply('Hitra kommune slutter seg ikke til ordningen.', { id: 'b' }), at('2013-12-09', '11:00'));
    box.store(reply(YES, { id: 'a' }), at('2013-12-09', '10:00'));
    await box.receive();
    expect(story.standing('Hitra')).toMatchObject({ answer: 'joined', ball: 'review' });
  });

  test('of which the older is read last and says yes go to a person; a date after it does not hide the yes', async () => {
    await box.receive(reply('Saken behandles i kommunestyret 30. januar 2014.', { id: 'b' }));
    box.store(reply(YES, { id: 'a' }), at('2013-12-05'));
    await box.receive();
    expect(story.standing('Hitra').ball).toBe('review');
  });
});
