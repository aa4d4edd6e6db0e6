import { expect, it } from 'vitest';
import { sitemapXml } from './sitemap.ts';

it('lists whole addresses with the day of the last change', () => {
  expect(sitemapXml('https://example.gov.cn', [{ path: '/' }, { path: '/a?b&c', changed: '2021-01-20' }])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.gov.cn/</loc></url>
  <url><loc>https://example.gov.cn/a?b&amp;c</loc><lastmod>2021-01-20</lastmod></url>
</urlset>
`,
  );
});
