import { expect, test, vi } from 'vitest';
import { readStoredMail } from '../../src/jobs/read-stored-mail.ts';
import { openReviews } from '../../src/register/journal.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import { countMessages } from '../../src/register/messages.ts';
import * as reader from '../../src/rules/replies/understand-reply.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';

vi.mock('../../src/rules/replies/understand-reply.ts', { spy: true });

const NOW = at('2013-12-02');

function store(register: ReturnType<typeof storyCampaign>['register'], name: string, text: string): void {
  const bytes = Buffer.from(
    `From: postmottak@${name}.kommune.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\nMessage-ID: <1@${name}.example>\r\n\r\n${text}\r\n`,
  );
  const captured = {
    mailbox: 'innboks',
    item: name,
    position: name,
    arrivedAt: NOW,
    bytes,
    sha256: name,
    problem: null,
  };
  captureItem(register, captured, NOW);
}

test('a mail that the reader fails on is set aside for a person, and those around it have their effect', async () => {
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik', 'Hitra', 'Skaun'] });
  store(register, 'malvik', 'Malvik kommune slutter seg til ordningen.');
  store(register, 'hitra', 'GIFT');
  store(register, 'skaun', 'Skaun kommune slutter seg til ordningen.');
  const { understandReply } = await vi.importActual<typeof reader>('../../src/rules/replies/understand-reply.ts');
  vi.mocked(reader.understandReply).mockImplementation((message, known) => {
    if (message.text?.includes('GIFT')) throw new Error('a pattern without end');
    return understandReply(message, known);
  });
  const results = await readStoredMail({ register }, () => NOW);
  expect(results.map(one => [one.municipalities, one.outcome])).toEqual([
    [['Malvik'], 'read'],
    [[], 'quarantined'],
    [['Skaun'], 'read'],
  ]);
  expect(results[1]!.fault).toBeInstanceOf(Error);
  // Hitra's case waits: no reminder goes to somebody whose mail we could not read.
  expect(openReviews(register).map(one => one.data.reasons)).toEqual([[expect.stringContaining('Leseren feilet')]]);
  expect(openReviews(register)[0]!.caseId).not.toBeNull();
  expect(countMessages(register)).toMatchObject({ stored: 3, unread: 0, quarantined: 1 });
  expect(await readStoredMail({ register }, () => NOW)).toEqual([]);
});

test('two who read the same register have each mail’s effect once', async () => {
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik'] });
  store(register, 'malvik', 'Malvik kommune slutter seg til ordningen.');
  const both = await Promise.all([readStoredMail({ register }, () => NOW), readStoredMail({ register }, () => NOW)]);
  expect(both.flat()).toHaveLength(1);
  expect(register.prepare("SELECT count(*) FROM journal WHERE event = 'answered'").pluck().get()).toBe(1);
});
