import { expect, it } from 'vitest';
import { isOwnOrigin, parsePageAddress } from './page-address.ts';

const origin = 'http://127.0.0.1:3000';

it.each([
  ['/', '/', 'pages'],
  ['/about', '/about', 'pages'],
  ['/about?x=1', '/about', 'pages'],
  ['/about#x', '/about', 'pages'],
  ['/about/?x=1', '/about/', 'none'],
  ['/about?', '/about', 'pages'],
  ['/?utm_source=a', '/', 'pages'],
  ['/x/../about', '/about', 'pages'],
  ['/reports/01JDEM0YX00000000000000013/2020/own.csv?a', '/reports/01JDEM0YX00000000000000013/2020/own.csv', 'pages'],
  ['/%61bout', '/%61bout', 'none'],
  ['//about', '//about', 'none'],
  ['/search?q=a+b&x=1', '/search?q=a+b', 'queries'],
  ['/search?q=a%20b', '/search?q=a+b', 'queries'],
  ['/search?page=2&q=%E6%B0%B4&q=2', '/search?q=%E6%B0%B4&page=2', 'queries'],
  ['/search?q=&year=', '/search', 'pages'],
  ['/search/?q=a&z', '/search/?q=a', 'none'],
  ['/agencies?q=a&year=2020', '/agencies?q=a', 'queries'],
  ['/api/v1/reports', '/api/v1/reports', 'pages'],
  ['/api/v1/reports?z=1', '/api/v1/reports?z=1', 'queries'],
  ['/api/v1/%72eports?z=1', '/api/v1/%72eports?z=1', 'none'],
])('%s is %s, stored in %s', (target, address, store) => {
  expect(parsePageAddress(origin, target, true)).toMatchObject({ address: origin + address, store });
  expect(parsePageAddress(origin, target, false)).toMatchObject({ address: origin + address, store: 'none' });
});

it.each([
  ['http://127.0.0.1:3000', 3000, true],
  ['http://localhost:3000', 3000, true],
  ['http://[::1]:3000', 3000, true],
  ['http://localhost', 80, true],
  ['http://127.0.0.1:3001', 3000, false],
  ['http://localhost', 3000, false],
  ['http://example.org:3000', 3000, false],
  ['http://example.org', 80, false],
])('%s reached at port %i is our own: %s', (given, port, own) => {
  expect(isOwnOrigin(given, port)).toBe(own);
});
