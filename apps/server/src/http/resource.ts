import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from './encoding.ts';

const compressed = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
} as const satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>;

/** Smaller bodies grow by compression, or win less than it costs. */
const WORTH_COMPRESSING = 1024;
const textual = /^(text\/|application\/(json|javascript|xml|xhtml\+xml|manifest\+json)|image\/svg\+xml)/;

/** An answer kept in memory: its bytes, and each compressed form once somebody asked for it. */
export class Resource {
  readonly status: number;
  readonly body: Buffer;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #tag: string;
  readonly #compressible: boolean;
  readonly #forms = new Map<Encoding, Promise<Buffer>>();

  /** @param headers in lower case; an `etag` among them names the plain form */
  constructor(status: number, { etag, ...headers }: Readonly<Record<string, string>>, body: Buffer) {
    this.status = status;
    this.body = body;
    this.#headers = headers;
    this.#tag = etag?.replace(/^W\/|"/g, '') ?? createHash('sha256').update(body).digest('base64url').slice(0, 22);
    this.#compressible = body.length >= WORTH_COMPRESSING && textual.test(headers['content-type'] ?? '');
  }

  /** Meant for one reader, or not to be kept. */
  get isPrivate(): boolean {
    return 'set-cookie' in this.#headers || /\b(private|no-store)\b/.test(this.#headers['cache-control'] ?? '');
  }

  /** What a request gets: the form that it takes, or 304 where it has that form already. */
  async answer(asked: Asked): Promise<Answer> {
    const encoding = this.#compressible ? chooseEncoding(asked.acceptEncoding) : undefined;
    const etag = `"${encoding ? `${this.#tag}.${encoding}` : this.#tag}"`;
    const headers: Record<string, string> = { ...this.#headers, etag };
    if (this.#compressible) headers['vary'] = 'accept-encoding';
    if (this.status === 200 && matches(asked.ifNoneMatch, etag)) {
      delete headers['content-type'];
      return { status: 304, headers };
    }
    const body = encoding ? await this.#form(encoding) : this.body;
    if (encoding) headers['content-encoding'] = encoding;
    headers['content-length'] = String(body.length);
    return asked.method === 'HEAD' ? { status: this.status, headers } : { status: this.status, headers, body };
  }

  #form(encoding: Encoding): Promise<Buffer> {
    let form = this.#forms.get(encoding);
    if (!form) this.#forms.set(encoding, (form = compressed[encoding](this.body)));
    return form;
  }
}

/** What of a request decides on the form of its answer. */
export interface Asked {
  readonly method: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
