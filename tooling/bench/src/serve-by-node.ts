import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('bare-http.ts', import.meta.url));

/** Starts a bare node:http server, in a process of its own, that serves these bytes: what Node itself takes. */
export async function serveByNode(body: Uint8Array, headers: Record<string, string>) {
  const child = spawn(process.execPath, [program, JSON.stringify(headers)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  child.stdin.end(body);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop };
}
