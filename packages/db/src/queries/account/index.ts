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
  clearWrongCodes,
  listSessions,
  removeSecondFactor,
  touchSession,
  type SessionRow,
} from './sessions.ts';
export {
  recordAttempt,
  clearAttempts,
  lockAttempts,
  purgeAttempts,
  undoAttempt,
  type LockRule,
  type AttemptKey,
} from './login-attempts.ts';
export { addUser, getUser, hasUsers, type NewUser, type UserName } from './users.ts';
