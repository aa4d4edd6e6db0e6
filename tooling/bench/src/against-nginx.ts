import { get } from 'node:http';
import { nginx } from '@gongkai/tooling-scripts/programs';
import { Load } from './load.ts';
import { serveByNginx } from './nginx.ts';
import { ratio } from './ratio.ts';
import { serveByNode } from './serve-by-node.ts';

const REQUESTS = 5_000;
/** Enough that a server's code is compiled. */
const TO_WARM = 20_000;
/** Every server states these itself. */
const ownOfEach = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/**
 * Compares a cached response with nginx serving the same bytes, plain and compressed: with concurrent requests, then with
 * sequential ones. A bare node:http server shows the share of Node itself.
 */
export async function againstNginx(name: string, address: string): Promise<void> {
  for (const encoding of ['identity', 'br']) {
    const asked = { 'accept-encoding': encoding };
    const response = await fetch(address, { headers: asked });
    // fetch has decoded the body, so the references get the bytes as they were sent, with all headers.
    const bytes = await rawBody(address, encoding);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !ownOfEach.has(name)));
    const reference = await serveByNginx(bytes, headers);
    if (!reference) {
      console.log(`${name} : nginx could not be measured: nginx is not there, ${nginx.advice}`);
      break;
    }
    const bare = await serveByNode(bytes, { ...headers, 'content-length': String(bytes.length) });
    const what = `${name} (${encoding}, ${(bytes.length / 1024).toFixed(1)} kB)`;
    const compare = async (how: string, url: string, connections: number, atMost?: number) => {
      // Opened for this comparison only: a server closes connections that are idle for long.
      const [ours, theirs] = await Promise.all([address, url].map((each) => Load.open(each, asked, connections)));
      for (const load of [ours!, theirs!]) await load.run(TO_WARM);
      await ratio(
        `${what} : ${how}`,
        () => ours!.run(REQUESTS),
        () => theirs!.run(REQUESTS),
        atMost === undefined ? {} : { atMost },
      );
      for (const load of [ours!, theirs!]) load.close();
    };
    await compare('nginx, one by one', reference.url, 1, 2);
    await compare('nginx, 32 at once', reference.url, 32, 2);
    await compare('bare node:http, 32 at once', bare.url, 32);
    await Promise.all([reference.stop(), bare.stop()]);
  }
}

async function rawBody(address: string, encoding: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}
