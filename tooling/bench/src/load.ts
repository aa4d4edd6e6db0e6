import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const TWO = '2'.charCodeAt(0);

/**
 * Requests one address repeatedly over persistent connections. The client reads lengths only, so that it costs much
 * less than what it measures; the body of every response must be as long as the first.
 */
export class Load {
  readonly #sockets: readonly Socket[];
  readonly #request: string;
  readonly #bodyLength: number;

  private constructor(sockets: readonly Socket[], request: string, bodyLength: number) {
    this.#sockets = sockets;
    this.#request = request;
    this.#bodyLength = bodyLength;
  }

  static async open(address: string, headers: Record<string, string>, connections = 32): Promise<Load> {
    const { host, hostname, port, pathname } = new URL(address);
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    const request = `GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`;
    const sockets = await Promise.all(
      Array.from({ length: connections }, async () => {
        const socket = connect(Number(port), hostname).setNoDelay();
        await once(socket, 'connect');
        return socket;
      }),
    );
    return new Load(sockets, request, await bodyLengthOf(sockets[0]!, request));
  }

  /** Has that many requests answered. */
  async run(requests: number): Promise<void> {
    let left = requests;
    const next = () => left-- > 0;
    await Promise.all(this.#sockets.map((socket) => this.#ask(socket, next)));
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #ask(socket: Socket, next: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      let awaited = 0;
      const send = () => {
        if (next()) return void socket.write(this.#request);
        socket.removeAllListeners();
        resolve();
      };
      socket.on('data', (chunk: Buffer) => {
        // The head arrives complete with the first bytes of the response; its length changes with a date or a count.
        if (awaited === 0) {
          // The first digit of the status.
          if (chunk[9] !== TWO) return reject(new Error(`an answer says ${chunk.toString('latin1', 0, 20)}`));
          awaited = chunk.indexOf('\r\n\r\n') + 4 + this.#bodyLength;
        }
        awaited -= chunk.length;
        if (awaited < 0) return reject(new Error('an answer is longer than the first, or its head came in parts'));
        if (awaited === 0) send();
      });
      if (socket.destroyed) return reject(new Error('a connection was closed before'));
      socket.on('error', reject).on('close', () => reject(new Error('a connection was closed')));
      send();
    });
  }
}

/** Length of the body of one answer, which must be 200 and state its length. */
async function bodyLengthOf(socket: Socket, request: string): Promise<number> {
  socket.write(request);
  let answer = Buffer.alloc(0);
  for (;;) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    answer = Buffer.concat([answer, chunk]);
    const end = answer.indexOf('\r\n\r\n');
    if (end === -1) continue;
    const head = answer.subarray(0, end).toString('latin1');
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    if (!head.startsWith('HTTP/1.1 200 ') || Number.isNaN(length)) throw new Error(`unexpected answer:\n${head}`);
    if (answer.length === end + 4 + length) return length;
  }
}
