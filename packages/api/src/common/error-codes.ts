/** Every error that the API answers with: its tRPC code, its HTTP status, and the words where none better are given. */
export const errorCodes = {
  invalid_input: { trpc: 'BAD_REQUEST', status: 400, message: '提交的内容不符合要求' },
  invalid_report: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '报告内容不符合格式' },
  wrong_report: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '报告的年度或类型与所选的不一致' },
  wrong_kind: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '该机关不编制这一类报告' },
  no_form: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '该年度没有统一格式，请上传原报告' },
  invalid_agency: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '机关信息不能这样登记，请核对' },
  too_large: { trpc: 'PAYLOAD_TOO_LARGE', status: 413, message: '内容过大' },
  not_signed_in: { trpc: 'UNAUTHORIZED', status: 401, message: '请先登录' },
  forbidden: { trpc: 'FORBIDDEN', status: 403, message: '您没有办理这一事项的权限，请与本级政务公开主管部门联系' },
  withdrawn: { trpc: 'NOT_FOUND', status: 410, message: '这份报告已经撤下' },
  not_found: { trpc: 'NOT_FOUND', status: 404, message: '没有找到' },
  draft_exists: { trpc: 'CONFLICT', status: 409, message: '这份报告已有草稿，请打开草稿继续填写' },
  stale_draft: { trpc: 'CONFLICT', status: 409, message: '草稿已被他人修改' },
  wrong_state: { trpc: 'CONFLICT', status: 409, message: '这份报告现在不能这样办理，请刷新后查看它的状态' },
  stale_revision: { trpc: 'CONFLICT', status: 409, message: '报告已重新提交，您看到的不是最新版本，请刷新后再办理' },
  own_work: { trpc: 'FORBIDDEN', status: 403, message: '您参与过这份报告的填报，不能由您审核通过' },
  blocked_by_findings: {
    trpc: 'UNPROCESSABLE_CONTENT',
    status: 422,
    message: '报告中还有必须改正的问题，改正后才能提交',
  },
  unexplained_findings: {
    trpc: 'UNPROCESSABLE_CONTENT',
    status: 422,
    message: '报告中还有须改正或者说明的问题，请逐条改正或者说明后提交',
  },
  open_comments: {
    trpc: 'UNPROCESSABLE_CONTENT',
    status: 422,
    message: '还有审核意见没有回复，请逐条处理并回复后再提交',
  },
  unreadable_file: { trpc: 'UNPROCESSABLE_CONTENT', status: 422, message: '文件不能读取，请核对' },
  stale_plan: { trpc: 'CONFLICT', status: 409, message: '名录在预览以后有了变化，请重新预览' },
  stale_agency: { trpc: 'CONFLICT', status: 409, message: '机关信息已被他人更改，请刷新后核对，再重新办理' },
  already_published: { trpc: 'CONFLICT', status: 409, message: '这份报告已经公布' },
  name_taken: { trpc: 'CONFLICT', status: 409, message: '用户名已被使用，请换一个' },
  link_invalid: { trpc: 'FORBIDDEN', status: 403, message: '链接无效、已经用过或者已经过期' },
  internal: { trpc: 'INTERNAL_SERVER_ERROR', status: 500, message: '系统出错，请稍后再试' },
} as const satisfies Record<string, { trpc: string; status: number; message: string }>;

export type ErrorCode = keyof typeof errorCodes;
