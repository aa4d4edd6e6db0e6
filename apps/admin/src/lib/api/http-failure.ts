import type { ErrorBody } from '@gongkai/api/schemas';

/**
 * The reason why a call failed without a response of a procedure. `unreachable`: no response. `unavailable`: the server
 * or its reverse proxy cannot respond now. `refused`: rejected by something other than a procedure.
 */
export type HttpFailure = {
  readonly code: 'unreachable' | 'unavailable' | 'refused' | Extract<ErrorBody['code'], WithoutDetails>;
  readonly message: string;
};
type WithoutDetails = 'too_large' | 'internal' | 'rate_limited' | 'not_signed_in' | 'forbidden';

/** Thrown by `fetchResponse`. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly failure: HttpFailure;

  constructor(failure: HttpFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

const kept = '已填写的内容仍保留在本页。';

export const unreachable: HttpFailure = {
  code: 'unreachable',
  message: `没有连上服务器。请检查网络，稍后再试；${kept}`,
};

/**
 * Fetches the response of a procedure: its result or its error.
 * @throws HttpError for any other response, and if there is none
 */
export async function fetchResponse(url: RequestInfo | URL, options?: RequestInit, request = fetch): Promise<Response> {
  let response: Response;
  try {
    response = await request(url, options);
  } catch {
    throw new HttpError(unreachable);
  }
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const isAnswer = typeof body === 'object' && body !== null && ('result' in body || 'error' in body);
  if (isAnswer) return response;
  throw new HttpError(failureForStatus(response.status, response.headers, chineseMessage(body)));
}

/** The failure for a status of a response that no procedure sent. @param words the Chinese message of the response */
export function failureForStatus(status: number, headers: Headers, words?: string): HttpFailure {
  if (status === 413)
    return {
      code: 'too_large',
      message: `${words ?? '内容太大，服务器没有接收'}。请缩短文字，或者换一个小些的文件，再试一次；${kept}`,
    };
  if (status === 429) {
    const seconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after'));
    return { code: 'rate_limited', message: `操作太频繁，请${seconds > 0 ? `过 ${seconds} 秒` : '稍后'}再试。` };
  }
  if (status === 401) return { code: 'not_signed_in', message: words ?? '登录已经失效，请重新登录。' };
  if (status === 403)
    return { code: 'forbidden', message: words ?? '服务器或者单位的网络设备拒绝了这一操作，请与系统管理员联系。' };
  if (status === 502 || status === 503 || status === 504)
    return { code: 'unavailable', message: `服务器暂时不能办理（正在启动、维护或者过忙）。请稍候；${kept}` };
  if (status >= 500)
    return {
      code: 'internal',
      message: `服务器出错，没有完成，这不是网络的问题。请再试一次，仍不成功请告诉系统管理员；${kept}`,
    };
  if (status < 300)
    return {
      code: 'refused',
      message: `收到的不是本系统的回答，可能要先登录单位的网络。请刷新后查看；${kept}`,
    };
  return { code: 'refused', message: words ?? `服务器没有接受这一操作（${status}）。请刷新后再试。` };
}

/** The message of a response if it is Chinese and thus written by this system; messages of libraries are English. */
export function chineseMessage(body: unknown): string | undefined {
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  return typeof message === 'string' && /\p{Script=Han}/u.test(message) ? message : undefined;
}
