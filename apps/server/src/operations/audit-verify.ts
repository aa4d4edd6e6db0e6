import * as z from 'zod';
import { exitCodes } from '../terminal/failure.ts';
import { operation } from './operation.ts';

type Verdict = Awaited<ReturnType<import('@gongkai/api').Services['audit']['verify']>>;
type Fault = Verdict['faults'][number];

const inWords: Record<Fault['type'], (fault: Fault) => string> = {
  changed: ({ position, entryId }) => `第 ${position} 条（编号 ${entryId}）被改动`,
  removed: ({ position, entryId }) => `第 ${position} 条（编号 ${entryId}）被删除`,
  gap: ({ position }) => `第 ${position} 条起的链接缺失`,
  cut: ({ position }) => `第 ${position} 条起的末尾被截去`,
  forged: ({ position }) => `第 ${position} 条处的签名不是本站所签`,
};

export const auditVerify = operation({
  args: z.strictObject({ json: z.boolean() }),
  async run({ services }, { json }) {
    const verdict = await services.audit.verify();
    const exitCode = verdict.faults.length + verdict.gaps.length === 0 ? exitCodes.ok : exitCodes.failed;
    return { out: json ? `${JSON.stringify(verdict, null, 2)}\n` : describe(verdict), exitCode };
  },
});

const kinds = { revision: '报告', publication: '公布', account: '账号', membership: '权限' } as const;

function inWordsOf({ type, subject, problem }: Verdict['gaps'][number]): string {
  const what = `${kinds[type]} ${subject}`;
  return problem === 'otherDigest' ? `${what}：与审计记录中的摘要不符` : `${what}：没有对应的审计记录`;
}

function describe({ lines, from, head, faults, gaps, unsealed }: Verdict): string {
  const problems = faults.length + gaps.length;
  const whole = problems === 0 ? '完整，没有改动' : `有 ${problems} 处问题`;
  const parts = [`审计记录：已封存 ${lines} 条（从第 ${from} 条起），${whole}。\n`];
  parts.push(...faults.map((fault) => `  ${inWords[fault.type](fault)}\n`));
  parts.push(...gaps.map((gap) => `  ${inWordsOf(gap)}\n`));
  if (unsealed.length > 0) parts.push(`尚未封存 ${unsealed.length} 条：\n`);
  parts.push(...unsealed.map(({ id, at, action }) => `  编号 ${id}  ${at}  ${action}\n`));
  parts.push(`链尾摘要：${head}\n`);
  return parts.join('');
}
