import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on loopback, and breaks the line as a test says. */
export interface FaultProxy {
  port: number;
  /** What is open stays open and carries nothing more, as when a router forgets it: no FIN, no RST. */
  goSilent(): void;
  /** Ends what is open. */
  cut(): void;
  /** Connections that were made so far. */
  connections(): number;
  stop(): Promise<void>;
}

export async function startFaultProxy(target: number): Promise<FaultProxy> {
  const pairs = new Set<{ sockets: Socket[]; silent: boolean }>();
  let count = 0;
  const server = createServer(client => {
    count += 1;
    const upstream = connect(target, '127.0.0.1');
    const pair = { sockets: [client, upstream], silent: false };
    pairs.add(pair);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', data => {
        if (!pair.silent) to.write(data);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        if (!pair.silent) to.destroy();
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const destroyAll = () => {
    for (const pair of pairs) for (const socket of pair.sockets) socket.destroy();
    pairs.clear();
  };
  return {
    port: (server.address() as { port: number }).port,
    goSilent() {
      for (const pair of pairs) pair.silent = true;
    },
    cut: destroyAll,
    connections: () => count,
    async stop() {
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
