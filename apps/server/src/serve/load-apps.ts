import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../terminal/failure.ts';
import { prepareForPortal } from '../settings/env.ts';
import { readStaticFiles, type StaticFiles } from '../http/response/static-files.ts';
import type { PortalHandler } from '../page-cache/render-page.ts';

const built = {
  portal: fileURLToPath(new URL('../../../portal/build/', import.meta.url)),
  admin: fileURLToPath(new URL('../../../admin/dist/', import.meta.url)),
};

export interface Portal {
  readonly handler: PortalHandler;
  readonly assets: StaticFiles;
}

/** Loads the portal as it was built. @throws {Failure} */
export async function loadPortal(): Promise<Portal> {
  assertBuilt(built.portal, '公众门户');
  prepareForPortal();
  const entry = '@gongkai/portal/handler';
  const { handler } = (await import(entry)) as { handler: PortalHandler };
  const assets = readStaticFiles(`${built.portal}client`, (path) => path.startsWith('_app/immutable/'));
  return { handler, assets };
}

/**
 * The admin app as it was built; its one page, which is served at addresses of any depth, names its files and the site's
 * root from the root of the host.
 * @throws {Failure}
 */
export function loadAdmin(basePath: string): StaticFiles {
  assertBuilt(built.admin, '管理端');
  return readStaticFiles(
    built.admin,
    (path) => path.startsWith('assets/'),
    (path, body) => (path === 'index.html' ? Buffer.from(addBasePath(body.toString(), basePath)) : body),
  );
}

/** Writes where the site stands into the addresses of the page: those of its own files and those from the site's root. */
export function addBasePath(html: string, basePath: string): string {
  return html.replaceAll(/="(\.?)\//g, (_, ofAdmin: string) => `="${basePath}/${ofAdmin && 'admin/'}`);
}

function assertBuilt(folder: string, name: string): void {
  if (!existsSync(folder)) throw new Failure(`${name}还没有构建。请在程序根目录运行 npm start，它会先构建再启动。`);
}
