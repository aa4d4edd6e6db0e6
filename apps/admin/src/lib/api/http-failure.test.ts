import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { toFailure, isTransient, type Failure } from './failure.ts';
import { fetchResponse } from './http-failure.ts';

const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  (() => Promise.resolve(new Response(body, { status, headers }))) as typeof fetch;
const silent = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch;

/** The failure that the app derives from a response that no procedure sent. */
async function failureAt(request: typeof fetch): Promise<Failure> {
  const error: unknown = await fetchResponse('/trpc/draft.save', {}, request).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return toFailure(TRPCClientError.from(error as Error));
}

const page = '<html><body>nginx</body></html>';

it.each([
  [413, '{"code":"too_large","message":"内容超过 2 MB"}', 'too_large', '内容超过 2 MB。请缩短文字'],
  [413, page, 'too_large', '内容太大'],
  [500, '{"code":"internal","message":"系统出错，请稍后再试"}', 'internal', '服务器出错'],
  [500, page, 'internal', '不是网络的问题'],
  [503, '{"status":"unavailable"}', 'unavailable', '暂时不能办理'],
  [502, page, 'unavailable', '暂时不能办理'],
  [504, page, 'unavailable', '暂时不能办理'],
  [429, '{}', 'rate_limited', '太频繁'],
  [401, page, 'not_signed_in', '重新登录'],
  [403, '{"code":"foreign_origin","message":"请求来自其他网站，已拒绝。"}', 'forbidden', '其他网站'],
  [403, page, 'forbidden', '网络设备'],
  [404, page, 'refused', '404'],
  [200, page, 'refused', '登录单位的网络'],
])('%i with %s is %s', async (status, body, code, words) => {
  const failure = await failureAt(answering(status, body));
  expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
  expect(failure.message).not.toContain('没有连上服务器');
});

it('names the seconds to wait', async () => {
  expect(await failureAt(answering(429, '{}', { 'retry-after': '30' }))).toMatchObject({
    message: expect.stringContaining('30 秒'),
  });
});

it('is transient only if there was no response or the server is unavailable', async () => {
  expect(await failureAt(silent)).toMatchObject({ code: 'unreachable' });
  expect(isTransient(await failureAt(silent))).toBe(true);
  expect(isTransient(await failureAt(answering(503, page)))).toBe(true);
  for (const status of [400, 401, 403, 413, 429, 500])
    expect(isTransient(await failureAt(answering(status, page)))).toBe(false);
});

it('passes the response of a procedure to the caller, including its errors', async () => {
  for (const [status, body] of [
    [200, '{"result":{"data":1}}'],
    [409, '{"error":{"message":"","code":-32009}}'],
  ] as const)
    expect(await (await fetchResponse('/trpc/x', {}, answering(status, body))).text()).toBe(body);
});

it('keeps the error of a procedure, except for an internal error', () => {
  const thrown = (error: unknown) =>
    TRPCClientError.from({ error: { code: -32603, message: '', data: { error, httpStatus: 500 } } } as never);
  expect(toFailure(thrown({ code: 'busy', message: '正在读取的文件太多' }))).toEqual({
    code: 'busy',
    message: '正在读取的文件太多',
  });
  expect(toFailure(thrown({ code: 'internal', message: '系统出错，请稍后再试' })).message).toContain('服务器出错');
});
