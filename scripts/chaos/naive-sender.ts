/** Sends every mail that is not marked, and marks it: what most programs do. Arguments: the database, the server's port. */
import Database from 'better-sqlite3';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';

const [, , file = '', port = ''] = process.argv;
const database = new Database(file);
const transport = smtpTransport({ host: '127.0.0.1', port: Number(port), security: 'none', login: null });
const unsent = database.prepare('SELECT id FROM mail WHERE sent = 0 ORDER BY id').pluck().all() as number[];
for (const id of unsent) {
  const messageId = `<naive-${id}@purrebot.ks.example>`;
  await transport.send(
    {
      messageId,
      kind: 'near',
      label: '',
      datedAt: '2026-11-25T08:00:00Z',
      envelope: { from: 'svar@purrebot.ks.example', to: ['postmottak@k5001.kommune.example'] },
      bytes: Buffer.from(`Message-ID: ${messageId}\r\nSubject: Brev\r\n\r\nHei\r\n`),
      html: '',
    },
    () => undefined,
  );
  database.prepare('UPDATE mail SET sent = 1 WHERE id = ?').run(id);
}
