import type { Variant } from '@gongkai/tooling-deploy/nginx';
import { expect, it } from 'vitest';
import { crawl } from './src/crawl.ts';
import { startBehindGateway } from './src/gateway.ts';

it.each<Variant>(['own-host', 'sub-path'])(
  'no link of any public page leads out of the site or nowhere, %s',
  { timeout: 900_000 },
  async (variant) => {
    await using gateway = await startBehindGateway(variant);
    const { addresses, faults } = await crawl({ site: gateway.url, from: ['/', '/admin', '/api/v1/', '/sitemap.xml'] });
    expect(faults).toEqual([]);
    expect(addresses).toBeGreaterThan(1_000);
  },
);
