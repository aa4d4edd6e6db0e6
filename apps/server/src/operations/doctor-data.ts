import { lastMigration, migrationNames } from '@gongkai/db';
import * as z from 'zod';
import { exitCodes } from '../terminal/failure.ts';
import { operation, type Host } from './operation.ts';

/** The result of one diagnosis, with the action to take if there is a problem. */
export interface Diagnosis {
  readonly subject: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly says: string;
}

/** Maximum time in milliseconds until an entry is sealed while a server runs. */
const sealedWithin = 5 * 60_000;

/** Diagnoses the data, in the process that has the database open; the result is JSON. */
export const doctorData = operation({
  args: z.strictObject({}),
  async run({ database, services }, _args, say) {
    const diagnoses: Diagnosis[] = [
      await ofDatabase(database),
      ...(await ofContents(services, say)),
      ...(await ofAudit(services)),
    ];
    return { out: JSON.stringify(diagnoses), exitCode: exitCodes.ok };
  },
});

async function ofDatabase({ pool, engine }: Host['database']): Promise<Diagnosis> {
  const { rows } = await pool.query<{ version: string; size: string }>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size`,
  );
  const { version, size } = rows[0]!;
  const name = engine === 'pglite' ? '内嵌数据库' : 'PostgreSQL';
  const client = await pool.connect();
  const at = await lastMigration(client).finally(() => client.release());
  const latest = migrationNames().at(-1);
  const says = `${name} ${version}，${(Number(size) / 2 ** 20).toFixed(0)} MB，表结构 ${at}`;
  return at === latest
    ? { subject: '数据库', state: 'ok', says }
    : { subject: '数据库', state: 'fail', says: `${says}，本程序需要 ${latest}：请重新启动服务以更新` };
}

async function ofContents({ maintenance }: Host['services'], say: (text: string) => void): Promise<Diagnosis[]> {
  const { revisions, damaged, wrongFigures, damagedFiles } = await maintenance.inspect((done, of) =>
    say(`正在核对摘要：${done} / ${of} 个版本`),
  );
  const names = damaged.slice(0, 5).map(({ agencyId, year, revision }) => `${agencyId} ${year} 年度第 ${revision} 版`);
  return [
    damaged.length === 0
      ? { subject: '报告', state: 'ok', says: `${revisions} 个版本与摘要一致` }
      : {
          subject: '报告',
          state: 'fail',
          says: `${damaged.length} 个版本与摘要不符（${names.join('、')}）：请从备份恢复，并查明谁动过数据库`,
        },
    wrongFigures.length === 0
      ? { subject: '统计数据', state: 'ok', says: '与报告一致' }
      : {
          subject: '统计数据',
          state: 'fail',
          says: `${wrongFigures.length} 个版本的统计数据与报告不符：请运行 gongkai rebuild`,
        },
    damagedFiles.length === 0
      ? { subject: '附件', state: 'ok', says: '与摘要一致' }
      : { subject: '附件', state: 'fail', says: `${damagedFiles.length} 个附件与摘要不符：请从备份恢复` },
  ];
}

async function ofAudit({ audit }: Host['services']): Promise<Diagnosis[]> {
  const { lines, faults, gaps, unsealed } = await audit.verify();
  const late = unsealed.filter(({ at }) => Date.now() - Date.parse(at) > sealedWithin);
  return [
    faults.length === 0
      ? { subject: '审计记录', state: 'ok', says: `${lines} 条，链完整` }
      : { subject: '审计记录', state: 'fail', says: `有 ${faults.length} 处问题：请运行 gongkai audit verify 查看` },
    gaps.length === 0
      ? { subject: '审计对照', state: 'ok', says: '报告、公布、账号和权限都有审计记录，报告与记录中的摘要一致' }
      : {
          subject: '审计对照',
          state: 'fail',
          says: `有 ${gaps.length} 项与审计记录不符或没有记录：有人绕过程序动过数据库，请保留现场，运行 gongkai audit verify 查看`,
        },
    ...(late.length === 0
      ? []
      : [
          {
            subject: '审计封存',
            state: 'warn',
            says: `${late.length} 条记录超过 5 分钟没有封存：请查看服务日志`,
          } as const,
        ]),
  ];
}
