import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/**
 * What the proxy does to traffic: hands it on, swallows it without a word (a firewall that drops packets), or refuses
 * new connections and cuts the open ones.
 */
export type ProxyMode = 'pass' | 'swallow' | 'cut';

export interface FaultyProxy {
  readonly port: number;
  setMode(mode: ProxyMode): void;
  close(): Promise<void>;
}

/** A TCP proxy on loopback to a loopback port. */
export async function startFaultyProxy(targetPort: number): Promise<FaultyProxy> {
  let mode: ProxyMode = 'pass';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    if (mode === 'cut') {
      client.destroy();
      return;
    }
    keep(client);
    const upstream = connect({ host: '127.0.0.1', port: targetPort });
    keep(upstream);
    // What was swallowed stays swallowed: a connection that lost bytes must not carry on as if nothing had happened.
    let lost = false;
    const hand = (from: Socket, to: Socket): void => {
      from.on('data', (chunk) => {
        lost ||= mode === 'swallow';
        if (!lost) to.write(chunk);
      });
      from.on('close', () => {
        if (!lost) to.destroy();
      });
    };
    hand(client, upstream);
    hand(upstream, client);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    setMode(next) {
      mode = next;
      if (next === 'cut') cutAll();
    },
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
