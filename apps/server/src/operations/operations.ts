import { accountReset } from './account-reset.ts';
import { auditExport } from './audit-export.ts';
import { auditPrune } from './audit-prune.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import { doctorData } from './doctor-data.ts';
import { rebuild } from './rebuild.ts';

export const operations = { accountReset, auditExport, auditPrune, auditVerify, backup, doctorData, rebuild };
export type OperationName = keyof typeof operations;
export type ArgsOf<Name extends OperationName> = Parameters<(typeof operations)[Name]['run']>[1];
