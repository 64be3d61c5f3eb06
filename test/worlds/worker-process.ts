/**
 * A worker in a process of its own, so that it can be killed, with a clock that its parent turns: each message
 * `{ at }` is a minute at that moment, answered with `{ done: at }`. Arguments: data folder, IMAP port, SMTP port.
 */
import { openImap } from '../../src/mail-in/imap-session.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { takeSendingLock } from '../../src/register/sending-lock.ts';
import { jsonLog } from '../../src/worker/log.ts';
import { startWorker } from '../../src/worker/start-worker.ts';
import { dovecotAccount } from './dovecot.ts';
import { LIVE_SETTINGS } from './letter-settings.ts';

const [data = '', imapPort = '', smtpPort = '', startAt = ''] = process.argv.slice(2);
const clock = { now: startAt };
const taken = takeSendingLock(data, process.pid);
if ('heldBy' in taken) throw new Error(`held by ${taken.heldBy}`);
const opened = openRegister(`${data}/register.sqlite`);
if ('refused' in opened) throw new Error(opened.refused);

const account = dovecotAccount(Number(imapPort));
const worker = startWorker({
  register: opened.register,
  settings: LIVE_SETTINGS,
  openMail: () => openImap(account, () => clock.now),
  transport: smtpTransport({ host: '127.0.0.1', port: Number(smtpPort), security: 'none', login: null }),
  now: () => clock.now,
  chance: () => 0.5,
  everyMinute: () => ({ stop: async () => undefined }),
  log: jsonLog('warn'),
  backOff: () => 1,
});

process.on('message', async (message: { at: string } | { stop: true }) => {
  if ('stop' in message) {
    await worker.stop();
    opened.register.close();
    taken.lock.release();
    process.disconnect();
    return;
  }
  clock.now = message.at;
  await worker.tick();
  process.send!({ done: message.at });
});
process.send!({ ready: true });
