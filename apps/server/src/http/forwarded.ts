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
  const asked = originOf(origin ?? `http://${headers.host ?? ''}`);
  if (!asked) return undefined;
  const said = (name: string) => (trustedProxy ? last(headers[name]) : undefined);
  const id = said('x-request-id');
  return {
    origin: asked,
    address: said('x-forwarded-for') ?? socket.remoteAddress ?? '',
    requestId: id && /^[\w.-]{1,64}$/.test(id) ? id : crypto.randomUUID(),
  };
}

let lastOrigin: { readonly address: string; readonly origin: string | undefined } | undefined;

/** One request after the other comes by the same address: reading it again takes longer than comparing. */
function originOf(address: string): string | undefined {
  if (lastOrigin?.address !== address) lastOrigin = { address, origin: URL.parse(address)?.origin };
  return lastOrigin.origin;
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
