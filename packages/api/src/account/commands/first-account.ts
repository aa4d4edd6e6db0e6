import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hasUsers } from '@gongkai/db/account';
import { putSetting, takeSetting } from '@gongkai/db/setting';
import * as z from 'zod/mini';
import { limits } from '@gongkai/schema';
import { record } from '../../audit/record.ts';
import { createAgency } from '../../register/with-register.ts';
import { inTransaction, type Dependencies } from '../../common/dependencies.ts';
import type { ClaimFirstInput, Claimed } from '../schemas.ts';
import { addWithGrants } from './administration.ts';
import { ApiError } from '../../common/errors.ts';

const setting = 'first-account-link';
const lifetime = 24 * 60 * 60 * 1_000;

/** The stored part of a link, which never contains the token itself. */
const remembered = z.strictObject({ sha256: z.string(), expires: z.iso.datetime() });

/**
 * Creates the token of the link that claims the first account; an older token becomes invalid.
 * @returns undefined if an account that can sign in exists already
 */
export async function issueFirstToken({ db, clock }: Dependencies): Promise<string | undefined> {
  if (await hasUsers(db)) return undefined;
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(clock().getTime() + lifetime).toISOString();
  await putSetting(db, setting, { sha256: hashOf(token).toString('hex'), expires });
  return token;
}

/**
 * Consumes the link. Must be called in a transaction, so that only one of two callers finds it and an error restores
 * it.
 * @throws {ApiError} link_invalid
 */
async function useFirstToken({ db, clock }: Dependencies, token: string): Promise<void> {
  const link = remembered.safeParse(await takeSetting(db, setting));
  const valid =
    link.success &&
    new Date(link.data.expires) > clock() &&
    timingSafeEqual(Buffer.from(link.data.sha256, 'hex'), hashOf(token)) &&
    !(await hasUsers(db));
  if (!valid) throw new ApiError('link_invalid');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Creates the first agency and the first account in exchange for the one-time token. The account administers all others
 * and sees no report.
 * @throws {ApiError} link_invalid, invalid_agency
 */
export function claimFirst(deps: Dependencies, { token, agency, ...account }: ClaimFirstInput): Promise<Claimed> {
  return inTransaction(deps, async (deps) => {
    await useFirstToken(deps, token);
    // The agency is valid from the first year for which a report may be entered.
    const agencyId = await createAgency(deps, { ...agency, validFrom: `${limits.firstYear}-01-01` });
    const { username, name } = account;
    const userId = await addWithGrants(deps, account, [], ['securityAdministrator']);
    await record(deps, { userId, username }, { action: 'account.claimFirst', agencyId, after: { username, name } });
    return { username, agencyId };
  });
}
