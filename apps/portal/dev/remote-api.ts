import type { Api } from '../src/platform.ts';

/** The api of a running server over HTTP, in the shape in which the server itself hands it to the portal. */
export function remoteApi(origin: string): Api {
  return procedures([]) as Api;

  function procedures(path: readonly string[]): unknown {
    return new Proxy(() => undefined, {
      get: (_, name) => (typeof name === 'string' ? procedures([...path, name]) : undefined),
      apply: (_, __, [input]) => query(path.join('.'), input),
    });
  }

  async function query(procedure: string, input: unknown): Promise<unknown> {
    const parameters = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const response = await fetch(`${origin}/trpc/${procedure}${parameters}`);
    const answer = (await response.json()) as {
      result?: { data: unknown };
      error?: { message: string; data: { code: string } };
    };
    if (answer.error) throw Object.assign(new Error(answer.error.message), { code: answer.error.data.code });
    return answer.result?.data;
  }
}
