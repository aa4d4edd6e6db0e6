import { get } from 'node:http';
import { nginx } from '@gongkai/tooling-scripts/programs';
import { Load } from './load.ts';
import { serveByNginx } from './nginx.ts';
import { ratio } from './ratio.ts';

const REQUESTS = 2_000;
const sent = ['content-encoding', 'content-security-policy', 'vary', 'cache-control', 'x-content-type-options'];

/** Times an answer that a server has in memory against nginx serving the same bytes, plain and compressed. */
export async function againstNginx(name: string, address: string): Promise<void> {
  for (const encoding of ['identity', 'br']) {
    const response = await fetch(address, { headers: { 'accept-encoding': encoding } });
    // fetch has taken the encoding off: nginx gets the bytes as they were sent.
    const bytes = await rawBody(address, encoding);
    const headers = Object.fromEntries(
      sent.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)!]] : [])),
    );
    const reference = await serveByNginx(bytes, headers);
    if (!reference) {
      console.log(`${name} : nginx could not be measured: nginx is not there, ${nginx.advice}`);
      break;
    }
    const asked = { 'accept-encoding': encoding };
    const [ours, theirs] = [await Load.open(address, asked), await Load.open(reference.url, asked)];
    await ratio(
      `${name} (${encoding}, ${(bytes.length / 1024).toFixed(1)} kB) : nginx`,
      () => ours.run(REQUESTS),
      () => theirs.run(REQUESTS),
    );
    ours.close();
    theirs.close();
    await reference.stop();
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
