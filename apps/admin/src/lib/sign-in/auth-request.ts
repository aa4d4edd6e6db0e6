import { sitePath } from '../common/site-path.ts';
import { failureForStatus, chineseMessage } from '../api/http-failure.ts';

/** What the sign-in endpoints answered; a fault is in words that say what to do. */
export type AuthResult<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'fault'; readonly message: string };

/** Asks one of the sign-in endpoints. @param refused the words where the server has none of its own */
export async function requestAuth<T = unknown>(
  path: string,
  body: unknown,
  refused: string,
  request = fetch,
): Promise<AuthResult<T>> {
  const fault = (message: string) => ({ kind: 'fault', message }) as const;
  let response: Response;
  try {
    response = await request(sitePath(`/api/auth${path}`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return fault('没有连上服务器。请检查网络，稍后再试。');
  }
  if (response.ok) return { kind: 'done', value: (await response.json()) as T };
  const words = chineseMessage(await response.json().catch(() => undefined));
  if (response.status === 413 || response.status === 429 || response.status >= 500)
    return fault(failureForStatus(response.status, response.headers, words).message);
  return fault(words ?? refused);
}
