import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { afterEach } from 'vitest';

/**
 * Tests talk to this machine alone. Whoever tries another one gets a refused connection, as on a closed network, and
 * the test fails even when the program took the refusal well.
 */
export const attempts: string[] = [];

afterEach(() => {
  const reached = attempts.splice(0);
  if (reached.length > 0) throw new Error(`tests talk to loopback only; this one tried ${reached.join(', ')}`);
});

function refuse(host: string): Error {
  attempts.push(host);
  return Object.assign(new Error(`connect ECONNREFUSED ${host}: tests talk to loopback only`), {
    code: 'ECONNREFUSED',
  });
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|::1|\[::1\]|::ffff:127(\.\d+){3}|)$/i.test(host);
}

/** connect(options), connect(port, host), connect(path), or the list of them that net passes to itself. */
function hostOf(args: unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return String((first as net.TcpNetConnectOpts).host ?? '');
  return typeof second === 'string' ? second : '';
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

const connect = net.Socket.prototype.connect as AnyFunction;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const host = hostOf(args);
  if (isLoopback(host)) return connect.apply(this, args) as net.Socket;
  const refused = refuse(host);
  process.nextTick(() => this.destroy(refused));
  return this;
} as typeof net.Socket.prototype.connect;

/** Every look-up of a name: by callback in dns and its resolvers, by promise in dns.promises and its own. */
function guardLookups(holder: object, byPromise: boolean): void {
  const functions = holder as Record<string, AnyFunction>;
  for (const name of Object.getOwnPropertyNames(holder).filter(key => /^(lookup|resolve|reverse)/.test(key))) {
    const original = functions[name];
    if (typeof original !== 'function') continue;
    functions[name] = function (...args: unknown[]) {
      if (isLoopback(String(args[0]))) return original.apply(this, args);
      const refused = refuse(String(args[0]));
      if (byPromise) return Promise.reject(refused);
      const callback = args.at(-1);
      if (typeof callback === 'function') process.nextTick(() => callback(refused));
      return undefined;
    };
  }
}

guardLookups(dns, false);
guardLookups(dns.Resolver.prototype, false);
guardLookups(dns.promises, true);
guardLookups(dns.promises.Resolver.prototype, true);
// Those who import { lookup } by name get the guarded one too.
syncBuiltinESMExports();
