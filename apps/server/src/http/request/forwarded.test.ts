import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { overwriteHeaders, readForwarded } from './forwarded.ts';

function request(headers: Record<string, string>) {
  const all = { host: '127.0.0.1:3000', ...headers };
  return Object.assign(new IncomingMessage(new Socket()), { headers: all, rawHeaders: Object.entries(all).flat() });
}

const said = { 'x-forwarded-for': '6.6.6.6, 1.2.3.4', 'x-request-id': 'of-proxy' };

it('believes nobody but a trusted proxy', () => {
  const found = readForwarded(request(said), { trustedProxy: false, origin: undefined })!;
  expect(found.origin).toBe('http://127.0.0.1:3000');
  expect(found.address).toBe('');
  expect(found.requestId).toMatch(/^[\da-f-]{36}$/);
});

it('believes a trusted proxy what it added itself', () => {
  expect(readForwarded(request(said), { trustedProxy: true, origin: 'https://gongkai.example.gov.cn' })).toEqual({
    origin: 'https://gongkai.example.gov.cn',
    address: '1.2.3.4',
    requestId: 'of-proxy',
  });
});

it('takes no request id that could break a log', () => {
  const found = readForwarded(request({ 'x-request-id': 'a\nb' }), { trustedProxy: true, origin: undefined })!;
  expect(found.requestId).not.toContain('\n');
});

it('uses the origin that the operator stated', () => {
  const origin = 'https://gongkai.example.gov.cn';
  expect(readForwarded(request({}), { trustedProxy: false, origin })?.origin).toBe(origin);
});

it.each(['', 'a b', 'x:99999999', '<script>'])('refuses the host %j', (host) => {
  expect(readForwarded(request({ host }), { trustedProxy: false, origin: undefined })).toBeUndefined();
});

it('overwrites a header in every form that it has', () => {
  const incoming = request({ 'X-Client-Address': 'forged' });
  overwriteHeaders(incoming, { 'x-client-address': '::1' });
  expect(incoming.rawHeaders).toEqual(['host', '127.0.0.1:3000', 'x-client-address', '::1']);
  expect(incoming.headers['x-client-address']).toBe('::1');
});
