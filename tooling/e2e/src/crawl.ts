export interface CrawlOptions {
  /** Address of the site's root, without a slash at its end: every link must stay below it. */
  readonly site: string;
  /** Paths to begin with. */
  readonly from: readonly string[];
  /** How many addresses of one shape, such as pages of reports, are followed. */
  readonly ofOneShape?: number;
}

export interface Crawled {
  readonly addresses: number;
  /** What is wrong, each with the address at which it was found. */
  readonly faults: readonly string[];
}

/** Follows all that pages, style sheets, sitemaps and redirects name. Forms are asked without any field filled in. */
export async function crawl({ site, from, ofOneShape = Number.POSITIVE_INFINITY }: CrawlOptions): Promise<Crawled> {
  const { origin } = new URL(site);
  const faults: string[] = [];
  const seen = new Set<string>();
  const shapes = new Map<string, number>();
  const waiting: string[] = [];
  const add = (address: string, where: string) => {
    const url = URL.parse(address, where);
    if (!url) return void faults.push(`${where}: not an address: ${address}`);
    if (url.origin !== origin) return;
    url.hash = '';
    if (!url.href.startsWith(`${site}/`)) return void faults.push(`${where}: leads out of the site: ${address}`);
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const shape = shapeOf(url);
    const known = shapes.get(shape) ?? 0;
    shapes.set(shape, known + 1);
    if (known < ofOneShape) waiting.push(url.href);
  };
  for (const path of from) add(site + path, site);
  let addresses = 0;
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    addresses += 1;
    const response = await fetch(address, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (location !== null) add(location, address);
    // 410: the page of a withdrawn report.
    else if (response.status !== 200 && response.status !== 410) faults.push(`${address}: ${response.status}`);
    for (const link of response.headers.get('link')?.matchAll(/<([^>]*)>/g) ?? []) add(link[1]!, address);
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    for (const found of namedIn(type, text)) add(found, address);
    for (const [whole] of text.matchAll(new RegExp(`${RegExp.escape(origin)}[^\\s"'<>)\\]，。）]*`, 'g')))
      add(whole, address);
  }
  return { addresses, faults };
}

function shapeOf({ pathname, searchParams }: URL): string {
  const path = pathname
    .replaceAll(/[0-9A-Z]{26}/g, '<id>')
    .replaceAll(/[0-9a-f]{64}/g, '<digest>')
    .replaceAll(/\b\d{4}\b/g, '<year>');
  return `${path}?${[...searchParams.keys()].join('&')}`;
}

/** What a file of that type names, as it is written there. */
function namedIn(type: string, text: string): string[] {
  if (type.startsWith('text/html'))
    return [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
      .map(([, address]) => address!.replaceAll('&amp;', '&'))
      .filter((address) => !/^(mailto|tel):/.test(address));
  if (type.startsWith('text/css')) return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address!);
  return [];
}
