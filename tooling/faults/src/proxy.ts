import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import { nginx } from '@gongkai/tooling-scripts/programs';

export interface Proxy extends AsyncDisposable {
  readonly url: string;
}

/** nginx before two processes, as the operators' page says. @throws where there is no nginx */
export async function startProxy(folder: string, ports: readonly number[]): Promise<Proxy> {
  const program = nginx.find();
  if (!program) throw new Error('nginx is missing: install nginx-light.');
  await chmod(folder, 0o755);
  const port = await freePort();
  await writeFile(join(folder, 'nginx.conf'), configuration(port, ports));
  const child = spawn(program, ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function configuration(port: number, ports: readonly number[]): string {
  return `
daemon off; master_process off; pid nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  upstream gongkai {
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n    ')}
    keepalive 16;
    keepalive_timeout 4s;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://gongkai;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_next_upstream error timeout http_503;
    }
  }
}`;
}
