/** What a call came to: an answer, a refusal by its code, or that nobody knows what became of it. */
export type Outcome<T = unknown> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly details: unknown }
  | { readonly kind: 'unknown'; readonly why: string };

const CALL_TIMEOUT_MS = 40_000;

/** Calls the server as the admin app does, with a session of its own. */
export class Browser {
  readonly #url: () => string;
  readonly #account: { readonly username: string; readonly password: string };
  #cookie = '';
  #signingIn: Promise<void> | undefined;

  constructor(url: () => string, account: { username: string; password: string }) {
    this.#url = url;
    this.#account = account;
  }

  async query<T>(procedure: string, input: unknown): Promise<Outcome<T>> {
    return this.#call<T>(`${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {});
  }

  async mutate<T>(procedure: string, input: unknown): Promise<Outcome<T>> {
    return this.#call<T>(procedure, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json' },
    });
  }

  async #call<T>(path: string, init: RequestInit): Promise<Outcome<T>> {
    try {
      // Clerks share the reviewer's browser: concurrent calls share one sign-in, as those of a person do.
      if (!this.#cookie) await (this.#signingIn ??= this.#signIn().finally(() => (this.#signingIn = undefined)));
      const headers = { ...(init.headers as Record<string, string>), cookie: this.#cookie, origin: this.#url() };
      const response = await this.#fetch(`/trpc/${path}`, { ...init, headers });
      const body = (await response.json()) as {
        result?: { data: T };
        error?: { data?: { error?: { code: string; details?: unknown } } };
      };
      if (response.ok && body.result) return { kind: 'done', value: body.result.data };
      const { code = String(response.status), details } = body.error?.data?.error ?? {};
      if (code === 'not_signed_in') this.#cookie = '';
      if (response.status >= 500 || code === 'not_signed_in')
        return { kind: 'unknown', why: `${response.status} ${code}` };
      return { kind: 'refused', code, details };
    } catch (error) {
      return { kind: 'unknown', why: causeOf(error) };
    }
  }

  async #signIn(): Promise<void> {
    const response = await this.#fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#url() },
      body: JSON.stringify(this.#account),
    });
    if (!response.ok) throw new Error(`sign-in ${response.status}`);
    this.#cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0]!)
      .join('; ');
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    return fetch(this.#url() + path, { ...init, signal: AbortSignal.timeout(CALL_TIMEOUT_MS) });
  }
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}
