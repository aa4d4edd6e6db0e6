import { Failure } from '../terminal/failure.ts';
import { isLoopback } from './listen.ts';

export interface Exposure {
  readonly host: string;
  /** Origin under which readers know the site, if the operator configured it. */
  readonly origin: string | undefined;
  readonly trustedProxy: boolean;
}

/** True if other machines can reach the site, by its address or through a proxy. */
export function isExposed({ host, origin }: Pick<Exposure, 'host' | 'origin'>): boolean {
  return !isLoopback(host) || (origin !== undefined && !isLoopback(new URL(origin).hostname));
}

/**
 * Sign-in requires the site's address, which cannot be derived from a host such as 0.0.0.0 or from a proxy.
 * @throws {Failure}
 */
export function requireOrigin({ host, origin, trustedProxy }: Exposure): void {
  if (origin !== undefined || (isLoopback(host) && !trustedProxy)) return;
  const reason = trustedProxy ? '使用反向代理（GONGKAI_TRUSTED_PROXY）' : `监听 ${host} `;
  throw new Failure(`${reason}时须用环境变量 GONGKAI_ORIGIN 说明网站的公开地址，如 https://gongkai.example.gov.cn。`);
}

/** The passwords of demonstration accounts are public. @throws {Failure} */
export function assertDemonstrationNotExposed(exposure: Exposure): void {
  if (isExposed(exposure))
    throw new Failure(
      '演示账号的密码是公开的，含演示数据的网站只能供本机访问（--host 127.0.0.1，不设 GONGKAI_ORIGIN）。' +
        '正式使用请加 --no-demo，并用 --data 指定新的文件夹。',
    );
}
