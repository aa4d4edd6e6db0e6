export { create, issue, update } from './administration.ts';
export { claimFirst, issueFirstToken } from './first-account.ts';
export { changeRoles, handOver } from './role-changes.ts';
export { changePassword, endOtherSessions, endSession, touch } from './self-service.ts';
export { disable, enable, resetPassword, resetSecondFactor, unlock } from './status.ts';
