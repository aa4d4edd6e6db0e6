import { requestAuth, type AuthResult } from '../sign-in/auth-request.ts';

/** What is needed to bind a phone: an address for the app, and codes for when the phone is lost. */
export interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const wrongPassword = '密码不对，请检查大小写和输入法后再试。';

/** Begins to bind a second factor: nothing is asked for at sign-in until a code was confirmed. */
export function enrol(password: string): Promise<AuthResult<Enrolment>> {
  return requestAuth('/two-factor/enable', { password }, wrongPassword);
}

/** Ends it: the app on the phone shows the right code. */
export function bind(code: string): Promise<AuthResult<unknown>> {
  return requestAuth(
    '/two-factor/verify-totp',
    { code: code.replaceAll(/\s/g, '') },
    '验证码不对，请输入手机当前显示的六位数字。',
  );
}

export function release(password: string): Promise<AuthResult<unknown>> {
  return requestAuth('/two-factor/disable', { password }, wrongPassword);
}

/** Codes in the place of those that were used or lost. */
export function newBackupCodes(password: string): Promise<AuthResult<Pick<Enrolment, 'backupCodes'>>> {
  return requestAuth('/two-factor/generate-backup-codes', { password }, wrongPassword);
}

/** The address with the user name in the place of the placeholder that the library puts there. */
export function labelled(totpURI: string, username: string): string {
  const uri = new URL(totpURI);
  const issuer = uri.searchParams.get('issuer') ?? '';
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${username}`)}?${uri.searchParams.toString()}`;
}

/** The secret in groups of four, to be typed where no picture can be taken. */
export function secretOf(totpURI: string): string {
  return (new URL(totpURI).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
