import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { nginx, openssl, type Program } from '@gongkai/tooling-scripts/programs';

const operationsPage = fileURLToPath(new URL('../../../docs/operations.zh-CN.md', import.meta.url));

/** The nginx configuration of the operators' page, for a separate host or below a sub-path of another site. */
export type Variant = 'own-host' | 'sub-path';

/** The sub-path that the example uses. */
export const exampleBasePath = '/nianbao';

export interface Gateway extends AsyncDisposable {
  /** The value of GONGKAI_ORIGIN. */
  readonly url: string;
  /** The plain HTTP address, which redirects. */
  readonly plainUrl: string;
  /** The self-signed certificate. */
  readonly certificate: string;
}

export interface GatewayOptions {
  readonly variant: Variant;
  /** Folder for its configuration, certificate and temporary files. */
  readonly folder: string;
  /** Ports of the server's processes. */
  readonly ports: readonly number[];
}

/** Runs nginx as the operators' page says: only host names, ports and certificate paths are replaced. */
export async function startGateway({ variant, folder, ports }: GatewayOptions): Promise<Gateway> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const [securePort, plainPort] = [await freePort(), await freePort()];
  const certificate = makeCertificate(folder);
  await writeFile(join(folder, 'nginx.conf'), surrounded(placed(variant, folder, { ports, securePort, plainPort })));
  const args = ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'];
  const test = spawnSync(programPath(nginx), [...args, '-t'], { encoding: 'utf8' });
  if (test.status !== 0) throw new Error(`nginx -t: ${test.stderr}`);
  const child = spawn(programPath(nginx), args, { stdio: 'ignore' });
  const exited = once(child, 'exit');
  await Promise.race([untilListening(securePort), exited.then(() => Promise.reject(new Error('nginx ended')))]);
  const host = `https://localhost:${securePort}`;
  return {
    url: variant === 'own-host' ? host : host + exampleBasePath,
    plainUrl: `http://localhost:${plainPort}`,
    certificate,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** The nginx examples of the page: a complete site, and a location within another site. */
export function nginxExamples(): { ownHost: string; subPath: string } {
  const [ownHost, subPath] = [...readFileSync(operationsPage, 'utf8').matchAll(/```nginx\n([\s\S]*?)```/g)].map(
    ([, block]) => block!,
  );
  if (!ownHost || !subPath) throw new Error('The operators’ page has no two examples for nginx.');
  return { ownHost, subPath };
}

interface Places {
  readonly ports: readonly number[];
  readonly securePort: number;
  readonly plainPort: number;
}

function placed(variant: Variant, folder: string, { ports, securePort, plainPort }: Places): string {
  const { ownHost, subPath } = nginxExamples();
  const [process] = /^ *server 127\.0\.0\.1:3000.*\n/m.exec(ownHost)!;
  const site = ownHost
    .replace(process, ports.map((port) => process.replace('3000', String(port))).join(''))
    .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    .replace('listen 443 ', `listen 127.0.0.1:${securePort} `)
    .replaceAll('gongkai.example.gov.cn', 'localhost')
    .replaceAll('/etc/nginx/gongkai/', `${folder}/`);
  if (variant === 'own-host') return site;
  const upstream = /^upstream [\s\S]*?^}\n/m.exec(site)![0];
  return `${upstream}
    server {
      listen 127.0.0.1:${securePort} ssl;
      server_name localhost;
      ssl_certificate ${folder}/fullchain.pem;
      ssl_certificate_key ${folder}/privkey.pem;
      location / { return 418 "outside\\n"; }
      ${subPath}
    }`;
}

/** The configuration around it, as in Debian's nginx.conf, for a user without write access to system folders. */
function surrounded(site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`);
  return `daemon off; master_process off; pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary.join(' ')}
  ${site}
}
`;
}

function makeCertificate(folder: string): string {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const { status, stderr } = spawnSync(programPath(openssl), [...args, ...names, '-keyout', key, '-out', certificate], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return readFileSync(certificate, 'utf8');
}

function programPath({ name, find, debianPackages }: Program): string {
  const path = find();
  if (!path) throw new Error(`${name} is missing: install ${debianPackages.join(' ')}.`);
  return path;
}

async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await sleep(50);
  }
}
