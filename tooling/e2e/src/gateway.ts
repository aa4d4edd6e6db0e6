import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startGateway, type Gateway, type Variant } from '@gongkai/tooling-deploy/nginx';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { demoData } from './demo-data.ts';
import { startServer } from './server.ts';

/** From now on this process takes the certificate for what it is. */
export function trust({ certificate }: Pick<Gateway, 'certificate'>): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}

/** The demonstration behind nginx, as the operators' page says. */
export async function startBehindGateway(variant: Variant): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-nginx-'));
  const port = await freePort();
  const gateway = await startGateway({ variant, folder, ports: [port] });
  trust(gateway);
  const env = { GONGKAI_ORIGIN: gateway.url, GONGKAI_TRUSTED_PROXY: 'yes' };
  const server = await startServer({ demo: true, from: await demoData(), port, env });
  return {
    ...gateway,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await gateway[Symbol.asyncDispose]();
      const log = await readFile(join(folder, 'error.log'), 'utf8').catch(() => '');
      await rm(folder, { recursive: true, force: true });
      if (/\[(emerg|alert|crit)\]/.test(log)) throw new Error(`nginx: ${log}`);
    },
  };
}
