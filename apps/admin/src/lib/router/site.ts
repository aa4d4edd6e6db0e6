/** Path of the site's root, with a slash at its end. The server writes it into the page (`placeAdminPage`). */
const root = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="site-root"]')?.content ?? '/';

/** The address of a path from the site's root, which may stand below a gateway's sub-path. */
export function sitePath(path: `/${string}`): string {
  return root + path.slice(1);
}
