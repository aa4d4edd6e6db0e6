import { expect, it } from 'vitest';
import type { Api } from '../../platform.ts';
import { reportPages, sitemapIndexXml, sitemapXml } from './sitemap.ts';

it('lists absolute addresses with the day of the last change', () => {
  expect(sitemapXml('https://example.gov.cn', [{ path: '/' }, { path: '/a?b&c', changed: '2021-01-20' }])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.gov.cn/</loc></url>
  <url><loc>https://example.gov.cn/a?b&amp;c</loc><lastmod>2021-01-20</lastmod></url>
</urlset>
`,
  );
});

it('lists the parts of a site that is too large for one', () => {
  expect(sitemapIndexXml('https://example.gov.cn', [{ path: '/sitemaps/reports-1.xml' }])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>https://example.gov.cn/sitemaps/reports-1.xml</loc></sitemap>
</sitemapindex>
`,
  );
});

it('loads the requested part of the reports', async () => {
  const all = Array.from({ length: 5 }, (_, index) => ({
    ...{ agencyId: `agency-${index}`, year: 2020, kind: 'own' as const, changedOn: '2021-01-20' },
  }));
  const report = {
    addresses: async ({ limit, offset }: { limit: number; offset: number }) => all.slice(offset, offset + limit),
  };
  const pages = await reportPages({ report } as unknown as Api, 2, 4);
  expect(pages).toEqual([{ path: '/reports/agency-4/2020/own', changed: '2021-01-20' }]);
});
