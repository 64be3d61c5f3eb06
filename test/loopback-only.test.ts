import { lookup, resolveTxt } from 'node:dns/promises';
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import { attempts } from './setup/loopback-only.ts';

// Addresses set aside for documentation: nobody is there, should the guard fail.
test('a test that reaches for another machine is refused and told of', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  await expect(once(net.connect(25, 'mail.fjordby.example'), 'connect')).rejects.toThrow('loopback only');
  await expect(once(net.connect({ port: 25, host: '2001:db8::1' }), 'connect')).rejects.toThrow('loopback only');
  await expect(once(tls.connect({ port: 993, host: '192.0.2.2' }), 'secureConnect')).rejects.toThrow('loopback only');
  await expect(lookup('fjordby.example')).rejects.toThrow('loopback only');
  await expect(resolveTxt('_dmarc.fjordby.example')).rejects.toThrow('loopback only');
  expect(attempts.splice(0)).toEqual([
    '192.0.2.1',
    'mail.fjordby.example',
    '2001:db8::1',
    '192.0.2.2',
    'fjordby.example',
    '_dmarc.fjordby.example',
  ]);
});

test('a test that talks to this machine is let through', async () => {
  const server = net.createServer(socket => socket.end('220 hei')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  for (const host of ['127.0.0.1', 'localhost', undefined]) {
    const socket = net.connect(host === undefined ? { port } : { port, host });
    const [greeting] = await once(socket, 'data');
    expect(String(greeting)).toBe('220 hei');
  }
  server.close();
  expect(attempts).toEqual([]);
});
