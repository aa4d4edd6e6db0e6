import { sitePath } from '../common/site-path.ts';
import { requestAuth } from './auth-request.ts';

/** The result of signing in; `secondStep`: a code of the second factor is required. */
export type SignInResult =
  { readonly kind: 'in' } | { readonly kind: 'secondStep' } | { readonly kind: 'fault'; readonly message: string };

/** Signs in by user name. The response sets the session cookie. */
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

/** The second step: six digits from the authenticator app, or a backup code. */
export async function confirmCode(typed: string, request = fetch): Promise<SignInResult> {
  const code = typed.replaceAll(/\s/g, '');
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const answer = await requestAuth(path, { code }, '验证码不对或者已经过期，请输入当前显示的验证码。', request);
  return answer.kind === 'fault' ? answer : { kind: 'in' };
}

/** Finds the address of the office's single sign-on service. */
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

/** The message for a failed sign-in at the single sign-on service; undefined if there was no failure. */
export function serviceError(search: string): string | undefined {
  const error = new URLSearchParams(search).get('error');
  if (error === null) return undefined;
  if (error === 'account_disabled') return '账号已停用。如需使用，请与安全管理员联系。';
  if (error === 'account_locked') return '账号已锁定，请稍后再试，或者请安全管理员解锁。';
  if (error === 'email_not_found' || error === 'signup_disabled' || error === 'account_not_linked')
    return '统一身份认证的账号在本系统没有对应的账号，请与安全管理员联系。';
  return '没有通过统一身份认证登录成功，请再试一次；仍不成功请与系统管理员联系。';
}

/** True if a user may be signed in; also true if the server does not respond. */
export async function hasSession(request = fetch): Promise<boolean> {
  try {
    const response = await request(sitePath('/api/auth/get-session'));
    return !response.ok || (await response.json()) !== null;
  } catch {
    return true;
  }
}

/** Ends the session. Returns true once the server has ended it. */
export async function signOut(request = fetch): Promise<boolean> {
  return (await requestAuth('/sign-out', {}, '', request)).kind === 'done';
}
