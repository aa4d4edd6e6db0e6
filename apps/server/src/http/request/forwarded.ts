import type { IncomingMessage } from 'node:http';

/** How a request came in. */
export interface Forwarded {
  /** Scheme and host by which the reader asked. */
  readonly origin: string;
  readonly address: string;
  readonly requestId: string;
}

/**
 * Reads how a request came in. Only a trusted proxy is believed what it says of that.
 * @param origin by which readers know the site, where the operator said so
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

/** One request after the other comes by the same address: reading it again takes longer than comparing. */
function originOf(site: string | undefined, host: string | undefined): string | undefined {
  if (lastRead && lastRead.site === site && lastRead.host === host) return lastRead.origin;
  const origin = host === undefined || isHost(host) ? (site ?? (host && `http://${host}`)) : undefined;
  lastRead = { site, host, origin: origin && new URL(origin).origin };
  return lastRead.origin;
}

/** A name or address with its port and nothing else, as it would be written back. */
function isHost(host: string): boolean {
  const read = URL.parse(`http://${host}`);
  return read?.pathname === '/' && read.hostname === host.replace(/:\d*$/, '').toLowerCase();
}

/** Writes headers over whatever the caller sent under their names; both forms of them, because readers differ. */
export function overwriteHeaders(request: IncomingMessage, overwritten: Readonly<Record<string, string>>): void {
  const raw = request.rawHeaders;
  const kept = raw.flatMap((name, at) =>
    at % 2 === 0 && !(name.toLowerCase() in overwritten) ? [name, raw[at + 1]!] : [],
  );
  request.rawHeaders = [...kept, ...Object.entries(overwritten).flat()];
  Object.assign(request.headers, overwritten);
}

/** A proxy adds what it saw itself at the end. */
function last(header: string | string[] | undefined): string | undefined {
  return (
    String(header ?? '')
      .split(',')
      .at(-1)!
      .trim() || undefined
  );
}
