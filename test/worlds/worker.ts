import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A worker in its own process, and the clock that we turn for it. */
export interface WorkerProcess {
  /** One minute of work at that moment. */
  tick(at: string): Promise<void>;
  /** SIGKILL: it gets no time for anything. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** What it logged, one JSON line each. */
  log: string[];
}

export async function startWorkerProcess(
  data: string,
  ports: { imap: number; smtp: number },
  startAt: string,
): Promise<WorkerProcess> {
  const script = fileURLToPath(new URL('worker-process.ts', import.meta.url));
  const args = [data, String(ports.imap), String(ports.smtp), startAt];
  const child = fork(script, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  const log: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => log.push(...text.trimEnd().split('\n')));
  }
  const died = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the worker ended (${code ?? signal}): ${log.slice(-5).join('\n')}`);
  });
  died.catch(() => undefined);
  const answer = (): Promise<unknown> => Promise.race([once(child, 'message'), died]);
  await answer();
  return {
    log,
    async tick(at) {
      const done = answer();
      child.send({ at });
      await done;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send({ stop: true });
      await ended;
    },
  };
}
