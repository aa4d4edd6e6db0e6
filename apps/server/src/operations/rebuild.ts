import * as z from 'zod';
import { exitCodes } from '../terminal/failure.ts';
import { operation } from './operation.ts';

export const rebuild = operation({
  args: z.strictObject({}),
  async run({ services }, _args, say) {
    const { revisions, corrected, reports } = await services.maintenance.rebuild((done, of) =>
      say(`正在重建统计数据：${done} / ${of} 个版本`),
    );
    await services.audit.record({ userId: null }, { action: 'rebuild', after: { revisions, corrected } });
    const found = corrected === 0 ? '与已存的一致' : `更正了 ${corrected} 个`;
    return {
      out: `已核对 ${revisions} 个版本的统计数据，${found}；已重建 ${reports} 份公开报告的检索。\n`,
      exitCode: exitCodes.ok,
    };
  },
});
