import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../terminal/failure.ts';

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `端口 ${port} 已被占用。请停止占用它的程序，或者用 --port 换一个端口。`,
  EACCES: (_host, port) => `没有使用端口 ${port} 的权限。请用 --port 换一个 1024 以上的端口。`,
  EADDRNOTAVAIL: (host) => `本机没有地址 ${host}。请检查 --host。`,
  ENOTFOUND: (host) => `找不到地址 ${host}。请检查 --host。`,
};

/** Listens on the port. @returns the actual port; for 0, any free port @throws {Failure} */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: NodeJS.ErrnoException) => {
    const reason = reasons[error.code ?? ''];
    throw reason ? new Failure(reason(host, port)) : error;
  });
  return (server.address() as AddressInfo).port;
}

/** True if the host is reachable only from this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
