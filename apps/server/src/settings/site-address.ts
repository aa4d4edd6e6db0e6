import * as z from 'zod';

/** The address under which readers know the site. */
export interface SiteAddress {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path below which a gateway publishes the site, without a trailing slash; empty if the site has its own host. */
  readonly basePath: string;
}

/**
 * First segments of the site's own paths. A gateway may remove the sub-path from forwarded requests or keep it; a
 * sub-path that begins with one of these segments would make the two cases indistinguishable.
 */
const ownPaths =
  /^\/(_app|about|admin|agencies|api|apple-touch-icon\.png|favicon\.(ico|svg)|healthz|readyz|reports|revisions|robots\.txt|rounds|search|sitemap\.xml|sitemaps|trpc)(\/|$)/;

export const basePathRules =
  '子路径只用字母、数字和 - . _ ~，至多 100 个字符，不能以本站自己的路径（如 /admin、/reports）开头';

/** The address of the site, with or without a trailing slash. */
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
  // The address must be in the form that browsers use: no user, query, upper-case host or parent segments.
  if (!url || url.origin + basePath !== text) return false;
  return basePath.length <= 100 && /^(\/[\w.~-]+)*$/.test(basePath) && !ownPaths.test(basePath);
}
