import { get } from 'node:http';
import { nginx } from '@gongkai/tooling-scripts/programs';
import { Load } from './load.ts';
import { serveByNginx } from './nginx.ts';
import { ratio } from './ratio.ts';
import { serveByNode } from './serve-by-node.ts';

const REQUESTS = 2_000;
/** Enough that a server's code is compiled. */
const TO_WARM = 20_000;
const sent = [
  ...['content-type', 'content-encoding', 'content-security-policy', 'vary', 'cache-control', 'etag'],
  ...['x-content-type-options', 'access-control-allow-origin'],
];

/**
 * Times an answer that a server has in memory against nginx serving the same bytes, plain and compressed: many asking
 * at once, then one after the other; and what of it is Node's own, by a bare server that does nothing else.
 */
export async function againstNginx(name: string, address: string): Promise<void> {
  for (const encoding of ['identity', 'br']) {
    const asked = { 'accept-encoding': encoding };
    const response = await fetch(address, { headers: asked });
    // fetch has taken the encoding off: the references get the bytes as they were sent.
    const bytes = await rawBody(address, encoding);
    const headers = Object.fromEntries(
      sent.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)!]] : [])),
    );
    const reference = await serveByNginx(bytes, headers);
    if (!reference) {
      console.log(`${name} : nginx could not be measured: nginx is not there, ${nginx.advice}`);
      break;
    }
    const bare = await serveByNode(bytes, { ...headers, 'content-length': String(bytes.length) });
    const what = `${name} (${encoding}, ${(bytes.length / 1024).toFixed(1)} kB)`;
    const urls = [address, reference.url, bare.url];
    const [ours, theirs, node] = await Promise.all(urls.map((url) => Load.open(url, asked)));
    const [our, their] = await Promise.all(urls.slice(0, 2).map((url) => Load.open(url, asked, 1)));
    for (const load of [ours!, theirs!, node!]) await load.run(TO_WARM);
    const compare = async (how: string, a: Load, b: Load, atMost?: number) =>
      ratio(
        `${what} : ${how}`,
        () => a.run(REQUESTS),
        () => b.run(REQUESTS),
        atMost === undefined ? {} : { atMost },
      );
    await compare('nginx, one by one', our!, their!, 2);
    await compare('nginx, 32 at once', ours!, theirs!);
    await compare('bare node:http, 32 at once', ours!, node!);
    for (const load of [ours!, theirs!, node!, our!, their!]) load.close();
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
