import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { mayAnswerAutomatically } from '../../src/rules/sending/may-answer-automatically.ts';
import { takenIn } from '../worlds/bad-mail.ts';
import { mail, parts, typed } from '../worlds/hostile-mail.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const THANKS = 'Takk for din henvendelse. Den er registrert med saksnummer 13/2040.';
const AWAY = 'Jeg er på kontoret igjen 6. januar.';
const PERHAPS = 'sendt automatisk';

type Row = [number: string, what: string, mails: (string | Uint8Array)[], effect: string, why?: string];

const marked = (header: string, text: string) => [mail(text, { more: [header] })];
const titled = (subject: string, text: string) => [mail(text, { subject })];

describe('what robots write', () => {
  test.each<Row>([
    ['29', 'Auto-Submitted: auto-replied', marked('Auto-Submitted: auto-replied', THANKS), 'receipt-seen'],
    [
      '29a',
      'the same with a yes in it: an archive system may hand one on, and a person sees it',
      marked('Auto-Submitted: auto-replied', YES),
      'review',
      PERHAPS,
    ],
    ['30a', 'with a parameter', marked('Auto-Submitted: auto-replied; foo=bar', THANKS), 'receipt-seen'],
    ['30b', 'in capitals and blanks', marked('Auto-Submitted:   AUTO-GENERATED  ', YES), 'review', PERHAPS],
    ['30c', 'folded', marked('Auto-Submitted:\r\n\tauto-replied', YES), 'review', PERHAPS],
    ['30d', 'behind a comment', marked('Auto-Submitted: (svar) auto-replied', YES), 'review', PERHAPS],
    ['30e', '«no», which says that a person wrote it', marked('Auto-Submitted: no', YES), 'joined'],
    [
      '30f',
      '«no» behind a comment, with a parameter',
      marked('Auto-Submitted: (auto) no; x=auto-replied', YES),
      'joined',
    ],
    ['30g', '«notify», which is not «no»', marked('Auto-Submitted: notify', YES), 'review', PERHAPS],
    ['31a', 'only X-Autoreply', marked('X-Autoreply: yes', YES), 'review', PERHAPS],
    [
      '31b',
      'only X-Auto-Response-Suppress: All, above an answer',
      marked('X-Auto-Response-Suppress: All', YES),
      'review',
      PERHAPS,
    ],
    [
      '31c',
      'only X-Auto-Response-Suppress of absences, above an answer',
      marked('X-Auto-Response-Suppress: OOF, AutoReply', YES),
      'joined',
    ],
    ['31d', 'only Precedence: bulk, above an answer', marked('Precedence: bulk', YES), 'joined'],
    ['32a', '«Automatisk svar:»', titled('Automatisk svar: Felles kommunal ressurs', AWAY), 'absence-seen'],
    ['32b', '«Fraværsmelding»', titled('Fraværsmelding', AWAY), 'absence-seen'],
    ['32c', '«Fråverande»', titled('Fråverande', AWAY), 'absence-seen'],
    ['32d', '«Kvittering på mottatt henvendelse»', titled('Kvittering på mottatt henvendelse', THANKS), 'receipt-seen'],
    ['32e', '«Takk for din henvendelse»', titled('Takk for din henvendelse', 'Vi har mottatt den.'), 'receipt-seen'],
    [
      '33a',
      'a receipt whose footer says «vi har svart ja»',
      titled('Kvittering på mottatt henvendelse', `${THANKS}\n\nVi har svart ja til åpen post. Les mer på nettsidene.`),
      'receipt-seen',
    ],
    [
      '33b',
      'a receipt that says that the municipality has said yes',
      marked('Auto-Submitted: auto-replied', `${THANKS}\n\nHitra kommune har svart ja på henvendelsen.`),
      'receipt-seen',
    ],
    [
      '34a',
      'a person’s answer above a quoted absence',
      [mail(`${YES}\n\n> Fraværsmelding: Jeg er borte til 6. januar.\n> Dette er et automatisk svar.`)],
      'joined',
    ],
    [
      '34b',
      'the same as Outlook quotes it',
      [
        mail(
          `${YES}\n\nMvh Kari\n\nFra: Ola\nSendt: 3. desember 2013 10:00\nTil: Kari\nEmne: Automatisk svar: Felles kommunal ressurs\n\nJeg er borte til 6. januar.`,
        ),
      ],
      'joined',
    ],
    [
      '35a',
      'a read receipt',
      [
        mail(
          parts(
            'report; report-type=disposition-notification',
            'Meldingen ble lest.',
            typed('message/disposition-notification', 'Disposition: manual-action/MDN-sent-manually; displayed\r\n'),
          ),
          { subject: 'Lest: Felles kommunal ressurs' },
        ),
      ],
      'receipt-seen',
    ],
    [
      '35b',
      'a calendar’s yes',
      [
        mail(
          parts(
            'alternative',
            'Godtatt',
            typed('text/calendar; method=REPLY', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR'),
          ),
          { subject: 'Godtatt: Felles kommunal ressurs' },
        ),
      ],
      'nothing',
    ],
    [
      '35c',
      'a recall: it may be the answer that is taken back',
      [
        mail(YES),
        mail('Kari ønsker å trekke tilbake meldingen «Felles kommunal ressurs».', {
          id: '2',
          subject: 'Tilbakekall: SV: Felles kommunal ressurs',
        }),
      ],
      'review',
    ],
    [
      '36',
      'the copy of an answer that came by a list',
      [
        mail(YES),
        mail(`${YES}\n\n_______________________________________________\nEpostliste postmottak`, {
          more: ['List-Id: <post.hitra.example>'],
        }),
      ],
      'linked',
    ],
    [
      '38a',
      'a letter with a loop header, ours or another’s',
      marked('X-Purrebot-Loop: svar@purrebot.ks.example', YES),
      'nothing',
    ],
    [
      '39',
      'a mail that 51 servers passed on',
      [mail(YES, { more: Array.from({ length: 51 }, () => 'Received: from a by b') })],
      'review',
      'gått i ring',
    ],
    [
      'own 1',
      'our own letter returned with its ready answers unticked',
      [mail('Vi sender skjemaet tilbake.\n\n[ ] Ja, kommunen slutter seg til\n[ ] Nei, kommunen slutter seg ikke til')],
      'review',
    ],
    [
      'own 2',
      'the same with both ticked',
      [mail('[x] Ja, kommunen slutter seg til\n[x] Nei, kommunen slutter seg ikke til')],
      'review',
      'både ja og nei',
    ],
    [
      'own 3',
      'an invitation that has the answer in its summary',
      [
        mail(
          parts(
            'mixed',
            'Hei, her er en innkalling.',
            typed(
              'text/calendar; method=REQUEST; charset=utf-8',
              `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:${YES}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
            ),
          ),
        ),
      ],
      'review',
    ],
  ])('%s: %s', async (_number, _what, mails, effect, why = '') => {
    const got = await takenIn(...mails);
    expect([got.effect, got.why]).toEqual([effect, expect.stringContaining(why)]);
  });

  test.each([
    ['29b', 'an automatic reply', mail(THANKS, { more: ['Auto-Submitted: auto-replied'] })],
    ['30h', 'one with a comment in front', mail(THANKS, { more: ['Auto-Submitted: (x) auto-replied'] })],
    ['31e', 'bulk mail', mail(YES, { more: ['Precedence: bulk'] })],
    ['35d', 'a mail without a return path', mail(THANKS, { more: ['Return-Path: <>'] })],
    ['38b', 'a letter with a loop header', mail(YES, { more: ['X-Purrebot-Loop: x'] })],
  ])('%s: gets no automatic answer: %s', async (_number, _what, raw) => {
    const known = { ownAddresses: ['svar@purrebot.ks.example'], lastToSender: null, lastHour: 0 };
    expect(mayAnswerAutomatically(await readMessage(raw), known, '2013-12-09T10:00:00Z').may).toBe(false);
  });

  test('37: a robot that takes every mark away gets one answer, and none after it', async () => {
    const message = await readMessage(mail(YES, { id: 'ny' }));
    const now = '2013-12-09T10:00:00Z';
    const known = { ownAddresses: [], lastToSender: null, lastHour: 0 };
    expect(mayAnswerAutomatically(message, known, now).may).toBe(true);
    expect(mayAnswerAutomatically(message, { ...known, lastToSender: now }, now).may).toBe(false);
  });
});
