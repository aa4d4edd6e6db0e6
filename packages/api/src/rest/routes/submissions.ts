import { originOf } from '../../account/auth/call-origin.ts';
import { report } from '../../common/schemas.ts';
import { ApiError } from '../../common/errors.ts';
import { idempotencyKey, submissionAnswer, submissionQuery } from '../../submission/schemas.ts';
import { exampleSubmission } from '../openapi/examples.ts';
import { none } from '../parameters.ts';
import { command } from '../route.ts';

export const submissionRoutes = [
  command({
    id: 'handIn',
    path: '/submissions',
    tag: 'submissions',
    summary: { zh: '由其他系统提交报告', en: 'Hand a report in' },
    description:
      '令牌由填报人在管理端新建，只能提交其所属机关的报告。先以 dryRun=true 试运行：答复核对结果与会不会被接收。正式提交时报告存为草稿并当即提交审核，或者什么也不改动；' +
      '被退回的报告可再次提交，正在填报的草稿不会被覆盖。Idempotency-Key 相同、内容相同的重发得到同一答复，不会再做一次；试运行带上已经提交成功的键，答复那次提交的版本号和摘要；失败的提交没有留下什么，可用同一个键再试。',
    params: none,
    query: submissionQuery,
    errors: [
      ...([
        'token_missing',
        'token_invalid',
        'token_revoked',
        'token_expired',
        'token_unfounded',
        'token_foreign',
      ] as const),
      ...(['idempotency_missing', 'idempotency_conflict', 'unsupported_type', 'malformed_json', 'too_large'] as const),
      ...(['invalid_report', 'wrong_report', 'wrong_kind', 'no_form', 'draft_exists', 'already_published'] as const),
      ...([
        'wrong_state',
        'year_not_over',
        'round_closed',
        'open_comments',
        'blocked_by_findings',
        'unexplained_findings',
      ] as const),
    ],
    body: report,
    bodyExample: exampleSubmission,
    schema: submissionAnswer,
    async run({ services, query }, { headers, body }) {
      const bearer = await services.token.authenticate(headers.get('authorization') ?? undefined);
      const dryRun = query.dryRun ?? false;
      const key = headers.get('idempotency-key') ?? undefined;
      if (!dryRun && !idempotencyKey.safeParse(key).success) throw new ApiError('idempotency_missing');
      const actor = { ...bearer.user, ...originOf(headers) };
      return services.submission.submitByToken({ bearer, actor, report: await body(), dryRun, idempotencyKey: key });
    },
    examples: () => [{ summary: '试运行', query: { dryRun: 'true' } }],
  }),
];
