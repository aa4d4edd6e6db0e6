/**
 * Accounts: people, passwords, sessions, memberships and login attempts.
 * @module
 */
export {
  countAccounts,
  countOnDuty,
  findAccount,
  getAccount,
  listAccounts,
  lockAccounts,
  noteSignIn,
  renameAccount,
  setDisabled,
  type AccountFilter,
  type AccountRow,
} from './accounts.ts';
export {
  grantMembership,
  listHolders,
  listMemberships,
  moveMemberships,
  revokeMembership,
  type Membership,
  type NamedMembership,
} from './memberships.ts';
export { getPasswordHash, listPasswordHashes, setPassword, type NewPassword } from './passwords.ts';
export {
  endIdleSession,
  endSessions,
  forgetWrongCodes,
  listSessions,
  removeSecondFactor,
  touchSession,
  type SessionRow,
} from './sessions.ts';
export {
  chargeTry,
  forgetTries,
  lockTries,
  sweepTries,
  takeBackTry,
  type LockRule,
  type TryKey,
} from './login-attempts.ts';
export { addUser, getUser, hasUsers, type NewUser, type UserName } from './users.ts';
