import { sitePath } from '../common/site-path.ts';
import { requestAuth } from './auth-request.ts';

/** What came of signing in; `secondStep`: a code of the second factor is asked for. */
export type SignInResult =
  { readonly kind: 'in' } | { readonly kind: 'secondStep' } | { readonly kind: 'fault'; readonly message: string };

/** Signs in by user name; the session comes back as a cookie. */
export async function signIn(username: string, password: string, request = fetch): Promise<SignInResult> {
  const answer = await requestAuth<{ twoFactorRedirect?: boolean } | null>(
    '/sign-in/username',
    { username, password },
    '用户名或密码不对。请检查大小写和输入法后再试；忘记密码请与安全管理员联系。',
    request,
  );
  if (answer.kind === 'fault') return answer;
  return { kind: answer.value?.twoFactorRedirect ? 'secondStep' : 'in' };
}

/** The second step: six digits of the app on the phone, or one of the codes kept for when it is lost. */
export async function confirmCode(typed: string, request = fetch): Promise<SignInResult> {
  const code = typed.replaceAll(/\s/g, '');
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const answer = await requestAuth(path, { code }, '验证码不对或者已经过期，请输入当前显示的验证码。', request);
  return answer.kind === 'fault' ? answer : { kind: 'in' };
}

/** Asks where the office's own sign-in service is to be gone to. */
export async function findServiceUrl(request = fetch): Promise<string | undefined> {
  const home = sitePath('/admin/');
  const answer = await requestAuth<{ url?: string }>(
    '/sign-in/social',
    { provider: 'office', callbackURL: home, errorCallbackURL: home, disableRedirect: true },
    '',
    request,
  );
  return answer.kind === 'done' ? answer.value.url : undefined;
}

/** Why the office's own sign-in service sent somebody back without letting them in; undefined where it did not. */
export function serviceError(search: string): string | undefined {
  const error = new URLSearchParams(search).get('error');
  if (error === null) return undefined;
  if (error === 'account_disabled') return '账号已停用。如需使用，请与安全管理员联系。';
  if (error === 'account_locked') return '账号已锁定，请稍后再试，或者请安全管理员解锁。';
  if (error === 'email_not_found' || error === 'signup_disabled' || error === 'account_not_linked')
    return '统一身份认证的账号在本系统没有对应的账号，请与安全管理员联系。';
  return '没有通过统一身份认证登录成功，请再试一次；仍不成功请与系统管理员联系。';
}

/** Whether anybody is signed in; without an answer it is taken that somebody may be. */
export async function hasSession(request = fetch): Promise<boolean> {
  try {
    const response = await request(sitePath('/api/auth/get-session'));
    return !response.ok || (await response.json()) !== null;
  } catch {
    return true;
  }
}

/** Ends the session. True once the server has ended it. */
export async function signOut(request = fetch): Promise<boolean> {
  return (await requestAuth('/sign-out', {}, '', request)).kind === 'done';
}
