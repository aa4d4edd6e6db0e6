import { retryAfterSeconds } from '@gongkai/api';
import { isUnder, errorResponse } from './error-response.ts';
import type { Answer } from './cached-response.ts';

/** The text of a 503 response. */
export interface Reason {
  readonly title: string;
  readonly message: string;
}

export const noDatabase: Reason = { title: '页面暂时打不开', message: '系统暂时不能答复，请过几秒刷新。' };
export const starting: Reason = { title: '正在启动', message: '正在启动，请稍候刷新。' };

const headers = { 'retry-after': String(retryAfterSeconds) };

/** A 503 response in the format that clients of a path expect: tRPC's, the open API's, or a page. */
export function unavailableAnswer(path: string, reason: Reason): Answer {
  if (isUnder('/api', path) || isUnder('/trpc', path))
    return errorResponse(path, { code: 'unavailable', message: reason.message, headers });
  const common = { ...headers, 'cache-control': 'no-store' };
  const { type, body } = isUnder('/readyz', path)
    ? { type: 'application/json', body: JSON.stringify({ status: 'unavailable' }) }
    : { type: 'text/html; charset=utf-8', body: pageOf(reason) };
  return { status: 503, headers: { ...common, 'content-type': type }, body: Buffer.from(body) };
}

/** The page has no styles, because the content policy of responses other than portal pages permits none. */
function pageOf({ title, message }: Reason): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${message}</p></html>\n`;
}
