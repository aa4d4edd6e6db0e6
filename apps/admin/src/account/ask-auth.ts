/** What the sign-in endpoints answered; a fault is in words that say what to do. */
export type AuthAnswer<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'fault'; readonly message: string };

/** Asks one of the sign-in endpoints. @param refused the words where the server has none of its own */
export async function askAuth<T = unknown>(
  path: string,
  body: unknown,
  refused: string,
  request = fetch,
): Promise<AuthAnswer<T>> {
  const fault = (message: string) => ({ kind: 'fault', message }) as const;
  let response: Response;
  try {
    response = await request(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return fault('没有连上服务器。请检查网络，稍后再试。');
  }
  if (response.ok) return { kind: 'done', value: (await response.json()) as T };
  if (response.status === 429) {
    const seconds = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after'));
    return fault(`尝试过多，请${seconds > 0 ? `过 ${seconds} 秒` : '稍后'}再试。`);
  }
  if (response.status >= 500) return fault('系统出错，没有完成。请稍后再试。');
  return fault((await ownWords(response)) ?? refused);
}

/** The answer's message where this system wrote it; the sign-in library's own messages are English. */
async function ownWords(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && /\p{Script=Han}/u.test(message) ? message : undefined;
}
