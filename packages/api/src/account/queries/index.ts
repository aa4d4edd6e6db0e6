export { list } from './accounts.ts';
export { agenciesWithRole, hasRole, hasRoleAbove } from './roles.ts';
export { me, sessions, signedIn, signInOptions } from './signed-in-user.ts';
