import { expect, it } from 'vitest';
import { pageLinks } from './page-links.ts';

const line = (page: number, pages: number) =>
  pageLinks(page, pages)
    .map((link) => link ?? '…')
    .join(' ');

it('offers all of a few pages', () => {
  expect(line(2, 4)).toBe('1 2 3 4');
});

it('omits pages far from the current page', () => {
  expect(line(10, 20)).toBe('1 … 9 10 11 … 20');
});

it('never replaces a single page by a gap', () => {
  expect(line(4, 20)).toBe('1 2 3 4 5 … 20');
  expect(line(17, 20)).toBe('1 … 16 17 18 19 20');
});
