import { expect, it } from 'vitest';
import { addBasePath } from './load-apps.ts';

it('writes the place of the site into every address of the admin page, once', () => {
  const page = '<meta content="/" /><link href="/favicon.svg"><script src="./assets/a.js"></script><a href="#x">';
  expect(addBasePath(page, '/nianbao')).toBe(
    '<meta content="/nianbao/" /><link href="/nianbao/favicon.svg">' +
      '<script src="/nianbao/admin/assets/a.js"></script><a href="#x">',
  );
  expect(addBasePath(page, '')).toContain('src="/admin/assets/a.js"');
});
