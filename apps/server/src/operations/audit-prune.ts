import { startOfDay } from '@gongkai/schema/calendar';
import * as z from 'zod';
import { exitCodes } from '../terminal/failure.ts';
import { operation } from './operation.ts';

export const auditPrune = operation({
  args: z.strictObject({ before: z.iso.date() }),
  async run({ services }, { before }) {
    await services.audit.seal();
    const removed = await services.audit.prune(startOfDay(before));
    await services.audit.record({ userId: null }, { action: 'audit.prune', after: { before, removed } });
    return {
      out: `已清理 ${before} 之前的 ${removed} 条审计记录（不满六个月的一律保留），其摘要已签名留存。\n`,
      exitCode: exitCodes.ok,
    };
  },
});
