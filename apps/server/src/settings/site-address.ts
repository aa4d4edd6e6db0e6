import * as z from 'zod';

/** By which address readers know the site. */
export interface SiteAddress {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path below which a gateway publishes the site, without a slash at its end; empty where it has a host of its own. */
  readonly basePath: string;
}

/**
 * First parts of the site's own paths. A gateway may take the sub-path off what it passes on, or leave it: were it one of
 * these, nobody could tell the two apart.
 */
const ownPaths =
  /^\/(_app|about|admin|agencies|api|apple-touch-icon\.png|favicon\.(ico|svg)|healthz|readyz|reports|revisions|robots\.txt|rounds|search|sitemap\.xml|sitemaps|trpc)(\/|$)/;

export const basePathRules =
  '子路径只用字母、数字和 - . _ ~，至多 100 个字符，不能以本站自己的路径（如 /admin、/reports）开头';

/** The address of the site, with or without a slash at its end. */
export const siteAddress = z
  .url({ protocol: /^https?$/ })
  .refine((text) => isSiteAddress(text.replace(/\/$/, '')))
  .transform((text): SiteAddress => {
    const { origin, pathname } = new URL(text);
    return { origin, basePath: pathname.replace(/\/$/, '') };
  });

function isSiteAddress(text: string): boolean {
  const url = URL.parse(text);
  const basePath = url?.pathname.replace(/\/$/, '') ?? '';
  // Written as a browser writes it: no user, query, other case or steps upwards.
  if (!url || url.origin + basePath !== text) return false;
  return basePath.length <= 100 && /^(\/[\w.~-]+)*$/.test(basePath) && !ownPaths.test(basePath);
}
