import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImapAccount } from '../../src/mail-in/imap-account.ts';

const isRoot = process.getuid?.() === 0;
/** Dovecot refuses to hand out mail as root, so it belongs to www-data, who is on every Debian. */
const MAIL_UID = isRoot ? 33 : process.getuid!();
const MAIL_GID = isRoot ? 33 : process.getgid!();

/** A real Dovecot of this test alone, on loopback, with one mailbox. */
export interface Dovecot {
  port: number;
  /** TLS from the first byte; 0 when the server was started without. */
  tlsPort: number;
  account: ImapAccount;
  /** Puts a mail into a folder, as the mail server would; its INTERNALDATE is `at`. */
  deliver(raw: string | Uint8Array, to?: { folder?: string; at?: string }): void;
  /** The mails of a folder, as text, in order of arrival. */
  mailsIn(folder: string): string[];
  /** `doveadm`, for what only an administrator can do. */
  administer(...args: string[]): string;
  stop(): Promise<void>;
  /** On the same port, with the same mail. */
  start(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

/** @param tls certificate and key files; without them there is no TLS at all */
export async function startDovecot({
  tls = null,
}: {
  tls?: { cert: string; key: string } | null;
} = {}): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-dovecot-'));
  // The mail's owner has to come through; nothing in it is secret.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const tlsPort = tls === null ? 0 : await freePort();
  const maildir = join(folder, 'mail', 'eva', 'Maildir');
  const own = (path: string) => isRoot && chownSync(path, MAIL_UID, MAIL_GID);
  for (const path of ['mail', 'mail/eva', 'mail/eva/Maildir']) {
    mkdirSync(join(folder, path));
    own(join(folder, path));
  }
  const conf = join(folder, 'dovecot.conf');
  writeFileSync(conf, configuration(folder, port, tlsPort, tls));
  const pathOf = (name: string) => (name === 'INBOX' ? maildir : join(maildir, `.${name}`));
  const made = (name: string) => {
    for (const part of ['', 'tmp', 'new', 'cur']) {
      mkdirSync(join(pathOf(name), part), { recursive: true });
      own(join(pathOf(name), part));
    }
    return pathOf(name);
  };
  for (const name of ['INBOX', 'Junk', 'Sent']) made(name);
  let running: ReturnType<typeof spawn> | null = null;
  let count = 0;
  const dovecot: Dovecot = {
    port,
    tlsPort,
    account: dovecotAccount(port),
    deliver(raw, { folder: to = 'INBOX', at } = {}) {
      const name = `${Math.floor(Date.now() / 1000)}.M${String(++count).padStart(8, '0')}P${process.pid}.test`;
      const temporary = join(made(to), 'tmp', name);
      writeFileSync(temporary, raw);
      if (at !== undefined) utimesSync(temporary, new Date(at), new Date(at));
      own(temporary);
      renameSync(temporary, join(pathOf(to), 'new', name));
    },
    mailsIn(name) {
      const files = ['new', 'cur'].flatMap(part =>
        readdirSync(join(made(name), part)).map(file => join(pathOf(name), part, file)),
      );
      return files.sort((a, b) => (fileName(a) < fileName(b) ? -1 : 1)).map(file => readFileSync(file, 'latin1'));
    },
    administer(...args) {
      const { status, stdout, stderr } = spawnSync('doveadm', ['-c', conf, ...args], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`doveadm ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    async start() {
      running = spawn('dovecot', ['-F', '-c', conf], {
        stdio: 'ignore',
        // A group of its own: sessions outlive their master by seconds.
        detached: true,
        env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
      });
      for (let i = 0; i < 100; i++) {
        if (await answers(port)) return;
        await sleep(50);
      }
      throw new Error(`Dovecot did not start: ${readFileSync(join(folder, 'log'), 'utf8')}`);
    },
    async stop() {
      if (running === null) return;
      const ended = once(running, 'exit');
      running.kill('SIGTERM');
      await ended;
      try {
        process.kill(-running.pid!, 'SIGKILL');
      } catch {
        // Nobody of the group is left.
      }
      running = null;
    },
    async remove() {
      await dovecot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await dovecot.start();
  return dovecot;
}

/** Its one mailbox, in the clear on loopback. */
export function dovecotAccount(port: number): ImapAccount {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: 'eva',
    password: 'pw',
    junkFolder: null,
    sentFolder: null,
    handledFolder: null,
    since: null,
  };
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Any user, password pw; the folders that a mail program would make, marked as RFC 6154 has it. */
function configuration(
  folder: string,
  port: number,
  tlsPort: number,
  tls: { cert: string; key: string } | null,
): string {
  const user = isRoot ? 'dovecot' : process.env.USER;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
${tls === null ? 'ssl = no' : `ssl = yes\nssl_cert = <${tls.cert}\nssl_key = <${tls.key}`}
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${isRoot ? 'dovecot' : MAIL_GID}
default_login_user = ${isRoot ? 'dovenull' : user}
first_valid_uid = 1
mail_uid = ${MAIL_UID}
mail_gid = ${MAIL_GID}
mail_home = ${folder}/mail/%u
mail_location = maildir:${folder}/mail/%u/Maildir
mailbox_idle_check_interval = 1s
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=pw
}
userdb {
  driver = static
  args = uid=${MAIL_UID} gid=${MAIL_GID} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  mailbox Junk {
    special_use = \\Junk
    auto = subscribe
  }
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
}
`;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
