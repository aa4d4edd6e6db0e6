import { createHash, randomBytes } from 'node:crypto';

const days = 180;

/** The cookie functions that a handler of better-auth provides. */
interface CookieContext {
  getSignedCookie(name: string, secret: string): Promise<string | false | null | undefined>;
  setSignedCookie(name: string, value: string, secret: string, options?: object): Promise<string>;
  readonly context: {
    readonly secret: string;
    createAuthCookie(name: string, options?: { maxAge: number }): { name: string; attributes: object };
  };
}

/**
 * Identifies a device that has signed in to an account before, by a signed cookie that names both. The cookie grants no
 * access: failures from the device are counted separately, so that failures from other devices never lock its owner
 * out.
 * @returns undefined if the device is not known to the account
 */
export async function knownDevice(ctx: CookieContext, username: string): Promise<string | undefined> {
  const found = await ctx.getSignedCookie(cookieOf(ctx, username).name, ctx.context.secret);
  const [device, owner] = (found || '').split(':');
  return device && owner === username ? device : undefined;
}

/** Registers the device with the account, or extends its registration by half a year. */
export async function rememberDevice(ctx: CookieContext, username: string): Promise<void> {
  const device = (await knownDevice(ctx, username)) ?? randomBytes(12).toString('hex');
  const { name, attributes } = cookieOf(ctx, username);
  await ctx.setSignedCookie(name, `${device}:${username}`, ctx.context.secret, attributes);
}

/** Each account has its own cookie because an office may share a computer. */
function cookieOf({ context }: CookieContext, username: string) {
  const account = createHash('sha256').update(username).digest('hex').slice(0, 12);
  return context.createAuthCookie(`device-${account}`, { maxAge: days * 24 * 60 * 60 });
}
