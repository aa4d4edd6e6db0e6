import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from './encoding.ts';
import { thenSync, type MaybePromise } from './maybe-promise.ts';

const compressed = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
} as const satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>;

/** Minimum size in bytes: compression enlarges smaller bodies, or saves less than it costs. */
const WORTH_COMPRESSING = 1024;
const textual = /^(text\/|application\/(json|javascript|xml|xhtml\+xml|manifest\+json)|image\/svg\+xml)/;

/** The responses for one encoding of a body, built once. */
interface Form {
  readonly etag: string;
  readonly whole: Answer;
  readonly head: Answer;
  readonly notModified: Answer;
}

/** A response in memory: its bytes, and each compressed form after the first request for it. */
export class CachedResponse {
  readonly status: number;
  readonly body: Buffer;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #tag: string;
  readonly #compressible: boolean;
  readonly #forms = new Map<Encoding | undefined, MaybePromise<Form>>();

  /** @param headers in lower case; an `etag` among them names the plain form */
  constructor(status: number, { etag, ...headers }: Readonly<Record<string, string>>, body: Buffer) {
    this.status = status;
    this.body = body;
    this.#headers = headers;
    this.#tag = etag?.replace(/^W\/|"/g, '') ?? createHash('sha256').update(body).digest('base64url').slice(0, 22);
    this.#compressible = body.length >= WORTH_COMPRESSING && textual.test(headers['content-type'] ?? '');
  }

  /** True if the response is for one reader, or must not be stored. */
  get isPrivate(): boolean {
    return 'set-cookie' in this.#headers || /\b(private|no-store)\b/.test(this.#headers['cache-control'] ?? '');
  }

  get headerBytes(): number {
    return Object.entries(this.#headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  }

  /**
   * The response for a request: the encoding that it accepts, or 304 if the client already has that form. Requests for
   * one form receive the same object.
   */
  answer({ method, acceptEncoding, ifNoneMatch }: RequestConditions): MaybePromise<Answer> {
    return thenSync(this.#form(this.#compressible ? chooseEncoding(acceptEncoding) : undefined), (form) => {
      if (this.status === 200 && matches(ifNoneMatch, form.etag)) return form.notModified;
      return method === 'HEAD' ? form.head : form.whole;
    });
  }

  #form(encoding: Encoding | undefined): MaybePromise<Form> {
    const known = this.#forms.get(encoding);
    if (known) return known;
    const made = thenSync(encoding ? compressed[encoding](this.body) : this.body, (body) => {
      const form = this.#formOf(encoding, body);
      this.#forms.set(encoding, form);
      return form;
    });
    this.#forms.set(encoding, made);
    return made;
  }

  #formOf(encoding: Encoding | undefined, body: Buffer): Form {
    const { 'content-type': type, ...others } = this.#headers;
    const etag = `"${encoding ? `${this.#tag}.${encoding}` : this.#tag}"`;
    const common = { ...others, etag, ...(this.#compressible && { vary: 'accept-encoding' }) };
    const headers = {
      ...(type !== undefined && { 'content-type': type }),
      ...common,
      ...(encoding && { 'content-encoding': encoding }),
      'content-length': String(body.length),
    };
    const { status } = this;
    return {
      etag,
      whole: { status, headers, body },
      head: { status, headers },
      notModified: { status: 304, headers: common },
    };
  }
}

/** The headers and method of a request that select the form of its response. */
export interface RequestConditions {
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
