import { requestAuth, type AuthResult } from '../sign-in/auth-request.ts';

/** The data for enrolling a phone: an address for the authenticator app, and backup codes for a lost phone. */
export interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const wrongPassword = '密码不对，请检查大小写和输入法后再试。';

/** Starts the enrolment. Signing in does not require a code until one has been confirmed. */
export function enrol(password: string): Promise<AuthResult<Enrolment>> {
  return requestAuth('/two-factor/enable', { password }, wrongPassword);
}

/** Completes the enrolment with a code from the authenticator app. */
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

/** Generates new backup codes, which replace all earlier ones. */
export function newBackupCodes(password: string): Promise<AuthResult<Pick<Enrolment, 'backupCodes'>>> {
  return requestAuth('/two-factor/generate-backup-codes', { password }, wrongPassword);
}

/** The address with the user name instead of the library's placeholder. */
export function labelled(totpURI: string, username: string): string {
  const uri = new URL(totpURI);
  const issuer = uri.searchParams.get('issuer') ?? '';
  return `otpauth://totp/${encodeURIComponent(`${issuer}:${username}`)}?${uri.searchParams.toString()}`;
}

/** The secret in groups of four characters, for typing if the QR code cannot be scanned. */
export function secretOf(totpURI: string): string {
  return (new URL(totpURI).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
