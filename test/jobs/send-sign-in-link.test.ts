import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sendSignInLink } from '../../src/jobs/send-sign-in-link.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { fileTransport } from '../../src/mail-out/file-transport.ts';
import type { OutgoingMail, SendResult } from '../../src/mail-out/transport.ts';
import { LETTER_SETTINGS, LIVE_SETTINGS } from '../worlds/letter-settings.ts';
import { EVA } from '../worlds/web.ts';

const NOW = '2014-03-17T07:15:00Z';
const LINK = {
  link: `https://purrebot.ks.example/logg-inn/lenke/${'Ab-_'.repeat(11).slice(0, 43)}`,
  worksUntil: '2014-03-17T07:30:00Z',
};

function post(result: SendResult = { sent: true, file: null, response: 'OK' }, change = {}) {
  const mails: OutgoingMail[] = [];
  const transport = {
    async send(mail: OutgoingMail) {
      mails.push(mail);
      return result;
    },
  };
  return {
    mails,
    send: () => sendSignInLink({ transport, settings: { ...LIVE_SETTINGS, ...change } }, EVA, LINK, NOW),
  };
}

test('the link is one whole line, in text and in HTML, marked as a mail from a robot of ours', async () => {
  const { mails, send } = post();
  expect(await send()).toEqual({ sent: true, file: null });
  const raw = Buffer.from(mails[0]!.bytes).toString();
  for (const header of [
    'Auto-Submitted: auto-generated',
    'X-Purrebot-Loop: test',
    'To: "Eva L. Indreby" <eva@ks.example>',
  ])
    expect(raw).toContain(header);
  const message = await readMessage(mails[0]!.bytes);
  expect(message.text!.split('\n')).toContain(LINK.link);
  expect(message.text).toContain('til kl. 08.30');
  expect(mails[0]!.html).toContain(`href="${LINK.link}"`);
  expect(mails[0]!.envelope).toEqual({ from: LIVE_SETTINGS.returnPath, to: [EVA.address] });
});

test('redirection and allowed domains hold for it as for letters', async () => {
  const redirected = post(undefined, { redirectAllTo: 'prove@ks.example' });
  await redirected.send();
  expect(redirected.mails[0]!.envelope.to).toEqual(['prove@ks.example']);
  const other = post(undefined, { allowDomains: ['annet.example'] });
  expect(await other.send()).toMatchObject({ sent: false, why: expect.stringContaining('ALLOW_DOMAINS') });
  expect(other.mails).toEqual([]);
});

test('a refusal is told without the address and without the link', async () => {
  const why = `550 ${EVA.address} unknown`;
  const { send } = post({ sent: false, of: 'letter', failed: '550', temporary: false, why });
  const result = await send();
  expect(result).toMatchObject({ sent: false, why: expect.stringContaining('550') });
  expect(JSON.stringify(result)).not.toMatch(/eva@|logg-inn/);
});

test('while nothing may leave it is a file among the letters', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-sign-in-'));
  const world = { transport: fileTransport(folder), settings: LETTER_SETTINGS };
  const result = await sendSignInLink(world, EVA, LINK, NOW);
  expect(result).toEqual({ sent: true, file: join(folder, '2014-03-17-081500-sign-in-eva-l-indreby.eml') });
  expect(readFileSync(join(folder, '2014-03-17-081500-sign-in-eva-l-indreby.html'), 'utf8')).toContain(LINK.link);
});
