import { askAuth, type AuthAnswer } from './ask-auth.ts';

/** What is needed to bind a phone: an address for the app, and codes for when the phone is lost. */
export interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

const wrongPassword = '密码不对，请检查大小写和输入法后再试。';

/** Begins to bind a second factor: nothing is asked for at sign-in until a code was confirmed. */
export function enrol(password: string): Promise<AuthAnswer<Enrolment>> {
  return askAuth('/two-factor/enable', { password }, wrongPassword);
}

/** Ends it: the app on the phone shows the right code. */
export function bind(code: string): Promise<AuthAnswer<unknown>> {
  return askAuth(
    '/two-factor/verify-totp',
    { code: code.replaceAll(/\s/g, '') },
    '验证码不对，请输入手机当前显示的六位数字。',
  );
}

export function release(password: string): Promise<AuthAnswer<unknown>> {
  return askAuth('/two-factor/disable', { password }, wrongPassword);
}

/** Codes in the place of those that were used or lost. */
export function newBackupCodes(password: string): Promise<AuthAnswer<Pick<Enrolment, 'backupCodes'>>> {
  return askAuth('/two-factor/generate-backup-codes', { password }, wrongPassword);
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
