import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../response/error-response.ts';

/**
 * Percent-encoded control characters that do not occur in any address of the site. Tabs and line ends are permitted,
 * because a reader's search may contain them.
 */
const encodedControl = /%(?:0[0-8bcef]|1[\da-f]|7f)/i;

/** Validates a request that Node accepted, regardless of its path; undefined if it is valid. */
export function validateRequest({
  url = '/',
  method,
  httpVersion,
  headers,
  rawHeaders,
}: IncomingMessage): Refusal | undefined {
  if (method === 'TRACE') return { code: 'method_not_allowed', headers: { allow: 'GET, HEAD, OPTIONS' } };
  const hosts = countHeader('host', rawHeaders);
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0'))
    return { code: 'malformed_request', message: '请求须带一个 Host 请求头，并且只带一个' };
  if (url.includes('\\')) return { code: 'malformed_request', message: '网址含有反斜线，请改为 / 或者编码为 %5C' };
  // Control characters are accepted in searches, which find nothing by them; no other address needs them.
  if (encodedControl.test(url) && !url.startsWith('/search?') && !url.startsWith('/agencies?'))
    return { code: 'malformed_request', message: '网址含有控制字符（如 %00），请去掉后重试' };
  const encoding = headers['content-encoding'];
  if (encoding && encoding.toLowerCase() !== 'identity')
    return { code: 'unsupported_encoding', headers: { 'accept-encoding': 'identity' } };
  return undefined;
}

function countHeader(name: string, rawHeaders: readonly string[]): number {
  let times = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const { length } = rawHeaders[at]!;
    if (length === name.length && rawHeaders[at]!.toLowerCase() === name) times += 1;
  }
  return times;
}
