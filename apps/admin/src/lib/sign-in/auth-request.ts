import { sitePath } from '../common/site-path.ts';
import { failureForStatus, chineseMessage } from '../api/http-failure.ts';

/** The result of a sign-in endpoint. The message of a fault tells the user what to do. */
export type AuthResult<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'fault'; readonly message: string };

/** Calls a sign-in endpoint. @param refused the message if the server sends none in Chinese */
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
