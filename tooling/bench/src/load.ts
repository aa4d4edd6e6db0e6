import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Asks one address again and again over kept connections. The client reads lengths only, so that it stays much
 * cheaper than what it measures; every answer must be as long as the first.
 */
export class Load {
  readonly #sockets: readonly Socket[];
  readonly #request: string;
  readonly #length: number;

  private constructor(sockets: readonly Socket[], request: string, length: number) {
    this.#sockets = sockets;
    this.#request = request;
    this.#length = length;
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
    return new Load(sockets, request, await answerLength(sockets[0]!, request));
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
      let received = 0;
      const send = () => {
        if (next()) return void socket.write(this.#request);
        socket.removeAllListeners();
        resolve();
      };
      socket.on('data', ({ length }: Buffer) => {
        received += length;
        if (received < this.#length) return;
        if (received > this.#length) return reject(new Error('an answer is longer than the first'));
        received = 0;
        send();
      });
      socket.on('error', reject).on('close', () => reject(new Error('a connection was closed')));
      send();
    });
  }
}

/** Length of head and body of one answer, which must be 200 and state its length. */
async function answerLength(socket: Socket, request: string): Promise<number> {
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
    if (answer.length === end + 4 + length) return answer.length;
  }
}
