import { expect, it } from 'vitest';
import { addBasePath } from './load-apps.ts';

it('prefixes every address in the admin page with the base path', () => {
  const page =
    '<meta content="" /><link href="/favicon.svg"><a href="/">公开首页</a><a href="#x">' +
    '<script>kit = { base: "/admin" }; import("/admin/_app/start.js");</script>';
  expect(addBasePath(page, '/nianbao')).toBe(
    '<meta content="" /><link href="/nianbao/favicon.svg"><a href="/nianbao/">公开首页</a><a href="#x">' +
      '<script>kit = { base: "/nianbao/admin" }; import("/nianbao/admin/_app/start.js");</script>',
  );
  expect(addBasePath(page, '')).toBe(page);
});
