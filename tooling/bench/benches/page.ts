// A published report's page out of the cache, against nginx serving the same bytes; one process each.
import { agencies } from '@gongkai/demo';
import { startServer } from '@gongkai/tooling-e2e/server';
import { nginx } from '@gongkai/tooling-scripts/programs';
import { Load } from '../src/load.ts';
import { serveByNginx } from '../src/nginx.ts';
import { ratio } from '../src/ratio.ts';

const REQUESTS = 2_000;
const town = agencies.find(({ kind }) => kind === 'town')!;

const server = await startServer({ demo: true });
const page = `${server.url}/reports/${town.id}/2024/own`;
try {
  for (const encoding of ['identity', 'br']) {
    const response = await fetch(page, { headers: { 'accept-encoding': encoding } });
    // fetch has taken the encoding off: nginx gets the bytes as they were sent.
    const bytes = await rawBody(page, encoding);
    const sent = ['content-encoding', 'content-security-policy', 'vary', 'cache-control', 'x-content-type-options'];
    const headers = Object.fromEntries(
      sent.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)!]] : [])),
    );
    const reference = await serveByNginx(bytes, headers);
    if (!reference) {
      console.log(`page : nginx could not be measured: nginx is not there, ${nginx.advice}`);
      break;
    }
    const asked = { 'accept-encoding': encoding };
    const [ours, theirs] = [await Load.open(page, asked), await Load.open(reference.url, asked)];
    await ratio(
      `page (${encoding}, ${(bytes.length / 1024).toFixed(1)} kB) : nginx`,
      () => ours.run(REQUESTS),
      () => theirs.run(REQUESTS),
    );
    ours.close();
    theirs.close();
    await reference.stop();
  }
} finally {
  await server.stop();
}

async function rawBody(address: string, encoding: string): Promise<Uint8Array> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}
