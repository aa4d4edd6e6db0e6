/** Why nobody was signed in, in words that say what to do. Undefined: signed in. */
export type SignInFault = string | undefined;

/** Signs in by user name; the session comes back as a cookie. */
export async function signIn(username: string, password: string, request = fetch): Promise<SignInFault> {
  let response: Response;
  try {
    response = await post(request, '/api/auth/sign-in/username', { username, password });
  } catch {
    return '没有连上服务器。请检查网络，稍后再试。';
  }
  if (response.ok) return undefined;
  if (response.status === 429) {
    const seconds = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after'));
    return `登录尝试过多，请${seconds > 0 ? `过 ${seconds} 秒` : '稍后'}再试。`;
  }
  if (response.status >= 500) return '系统出错，没有登录成功。请稍后再试。';
  return (
    (await ownWords(response)) ?? '用户名或密码不对。请检查大小写和输入法后再试；忘记密码请与本级政务公开主管部门联系。'
  );
}

/** Whether anybody is signed in; without an answer it is taken that somebody may be. */
export async function hasSession(request = fetch): Promise<boolean> {
  try {
    const response = await request('/api/auth/get-session');
    return !response.ok || (await response.json()) !== null;
  } catch {
    return true;
  }
}

/** Ends the session. True once the server has ended it. */
export async function signOut(request = fetch): Promise<boolean> {
  try {
    return (await post(request, '/api/auth/sign-out', {})).ok;
  } catch {
    return false;
  }
}

function post(request: typeof fetch, path: string, body: unknown): Promise<Response> {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The answer's message where this system wrote it; the sign-in library's own messages are English. */
async function ownWords(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && /\p{Script=Han}/u.test(message) ? message : undefined;
}
