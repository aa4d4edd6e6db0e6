import type { IncomingMessage } from 'node:http';

/** The origin, address and id of a request. */
export interface Forwarded {
  /** Scheme and host that the reader requested. */
  readonly origin: string;
  readonly address: string;
  readonly requestId: string;
}

/**
 * Reads the origin, address and id of a request. Forwarding headers are accepted only from a trusted proxy.
 * @param origin the origin under which readers know the site, if the operator configured it
 * @returns undefined for a request without a usable host
 */
export function readForwarded(
  { headers, socket }: IncomingMessage,
  { trustedProxy, origin }: { readonly trustedProxy: boolean; readonly origin: string | undefined },
): Forwarded | undefined {
  const asked = originOf(origin, headers.host);
  if (!asked) return undefined;
  const [address, id] = trustedProxy ? [last(headers['x-forwarded-for']), last(headers['x-request-id'])] : [];
  return {
    origin: asked,
    address: address ?? socket.remoteAddress ?? '',
    requestId: id && /^[\w.-]{1,64}$/.test(id) ? id : crypto.randomUUID(),
  };
}

let lastRead: Record<'site' | 'host' | 'origin', string | undefined> | undefined;

/** Consecutive requests usually have the same host, and comparing is faster than parsing it again. */
function originOf(site: string | undefined, host: string | undefined): string | undefined {
  if (lastRead && lastRead.site === site && lastRead.host === host) return lastRead.origin;
  const origin = host === undefined || isHost(host) ? (site ?? (host && `http://${host}`)) : undefined;
  lastRead = { site, host, origin: origin && new URL(origin).origin };
  return lastRead.origin;
}

/** True for a host name or address with an optional port and nothing else, in its normalised form. */
function isHost(host: string): boolean {
  const read = URL.parse(`http://${host}`);
  return read?.pathname === '/' && read.hostname === host.replace(/:\d*$/, '').toLowerCase();
}

/**
 * Overwrites headers that the caller sent under these names, in both `headers` and `rawHeaders`, because either may be
 * read.
 */
export function overwriteHeaders(request: IncomingMessage, overwritten: Readonly<Record<string, string>>): void {
  const raw = request.rawHeaders;
  const kept = raw.flatMap((name, at) =>
    at % 2 === 0 && !(name.toLowerCase() in overwritten) ? [name, raw[at + 1]!] : [],
  );
  request.rawHeaders = [...kept, ...Object.entries(overwritten).flat()];
  Object.assign(request.headers, overwritten);
}

/** The last value of a list: a proxy appends the value that it observed itself. */
function last(header: string | string[] | undefined): string | undefined {
  return (
    String(header ?? '')
      .split(',')
      .at(-1)!
      .trim() || undefined
  );
}
