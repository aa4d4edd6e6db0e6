import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../terminal/failure.ts';
import { prepareForPortal } from '../settings/env.ts';
import { policyForAdmin } from '../http/response/security-headers.ts';
import { readStaticFiles, type StaticFiles } from '../http/response/static-files.ts';
import type { PortalHandler } from '../page-cache/render-page.ts';

const built = {
  portal: fileURLToPath(new URL('../../../portal/build/', import.meta.url)),
  admin: fileURLToPath(new URL('../../../admin/build/', import.meta.url)),
};

export interface Portal {
  readonly handler: PortalHandler;
  readonly assets: StaticFiles;
}

/** Loads the built portal. @throws {Failure} */
export async function loadPortal(): Promise<Portal> {
  assertBuilt(built.portal, '公众门户');
  prepareForPortal();
  const entry = '@gongkai/portal/handler';
  const { handler } = (await import(entry)) as { handler: PortalHandler };
  const assets = readStaticFiles(`${built.portal}client`, (path) => path.startsWith('_app/immutable/'));
  return { handler, assets };
}

/**
 * Loads the built admin app. Its single page is served at addresses of any depth, so the base path of the site is
 * written into it, and the page's content security policy allows its inline script.
 * @throws {Failure}
 */
export function loadAdmin(basePath: string): StaticFiles {
  assertBuilt(built.admin, '管理端');
  return readStaticFiles(
    built.admin,
    (path) => path.startsWith('_app/immutable/'),
    (path, body) => {
      if (path !== 'index.html') return { body };
      const html = addBasePath(body.toString(), basePath);
      return { body: Buffer.from(html), headers: { 'content-security-policy': policyForAdmin(html) } };
    },
  );
}

/** Prefixes the addresses in the page, in attributes and in its script, with the base path of the site. */
export function addBasePath(html: string, basePath: string): string {
  return html.replaceAll(/"\/(?=[\w"])/g, `"${basePath}/`);
}

function assertBuilt(folder: string, name: string): void {
  if (!existsSync(folder)) throw new Failure(`${name}还没有构建。请在程序根目录运行 npm start，它会先构建再启动。`);
}
