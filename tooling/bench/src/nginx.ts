import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensurePrograms } from '@gongkai/tooling-scripts/ensure-programs';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { nginx } from '@gongkai/tooling-scripts/programs';

export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts nginx with one worker that serves these bytes, or gives undefined where there is no nginx. */
export async function serveByNginx(body: Uint8Array, headers: Record<string, string>): Promise<Nginx | undefined> {
  const program = ensurePrograms([nginx]) ? nginx.find() : undefined;
  if (!program) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-nginx-'));
  // The worker runs as another user if this one is root.
  await chmod(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, 'page'), body);
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, port, headers));
  const child = spawn(program, ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'], { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}/page`;
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { url, stop };
    await sleep(50);
  }
  await stop();
  throw new Error('nginx did not start');
}

function configuration(folder: string, port: number, headers: Record<string, string>): string {
  const added = Object.entries(headers)
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`);
  return `
daemon off; master_process off; worker_processes 1; pid nginx.pid;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=8;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port}; root ${folder}; default_type "${headers['content-type'] ?? 'application/octet-stream'}"; etag off;
    ${added.join('\n    ')}
  }
}`;
}
