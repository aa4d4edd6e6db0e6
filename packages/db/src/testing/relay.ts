import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP relay between a client and a PostgreSQL server that simulates failures of the network. */
export interface Relay extends AsyncDisposable {
  /** The server's address through the relay. */
  readonly url: string;
  /** Keeps connections and accepts new ones, but forwards nothing until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Destroys every connection without a message. */
  cut(): void;
  /** Refuses new connections and destroys existing ones. */
  close(): Promise<void>;
}

/** `await using relay = await relayTo(url)` @param listenAt a port, by default any free one */
export async function relayTo(url: string, listenAt = 0): Promise<Relay> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (frozen) from.pause();
    }
  });
  await once(server.listen(listenAt, '127.0.0.1'), 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    close,
    [Symbol.asyncDispose]: close,
  };
}
