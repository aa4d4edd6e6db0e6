import { expect, test } from 'vitest';
import { document, operations } from '../../testing/open-api-client.ts';
import { openApiDocument } from '../openapi/openapi-document.ts';
import { noExampleData } from '../openapi/example-data.ts';
import { referencePage } from './reference-page.ts';

test('the reference is a page without script that loads nothing from elsewhere', () => {
  const html = referencePage(document);
  expect(html).not.toMatch(/<script|style="|https?:\/\//);
  for (const { operationId } of operations) expect(html).toContain(`id="${operationId}"`);
});

test('the head of the reference names its site and says what the page is about', () => {
  const html = referencePage(document, {
    ...{ name: '云溪县 "公开年报"', identificationCode: '1234567890', url: 'https://gongkai.example.gov.cn' },
  });
  for (const tag of [
    '<title>公开年报开放接口 - 云溪县 &quot;公开年报&quot;</title>',
    '<meta name="SiteName" content="云溪县 &quot;公开年报&quot;">',
    '<meta name="SiteDomain" content="gongkai.example.gov.cn">',
    '<meta name="SiteIDCode" content="1234567890">',
    '<meta name="ColumnName" content="公开年报开放接口">',
    '<link rel="canonical" href="https://gongkai.example.gov.cn/api/v1">',
  ])
    expect(html).toContain(tag);
  expect(html).toMatch(/<meta name="description" content="[^"]{20,200}">/);
});

test('below a sub-path every address of the reference begins with it', () => {
  const html = referencePage(openApiDocument(noExampleData, '/nianbao'), {
    ...{ url: 'https://www.example.gov.cn/nianbao', basePath: '/nianbao' },
  });
  expect(html).toContain('<link rel="canonical" href="https://www.example.gov.cn/nianbao/api/v1">');
  const addresses = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, address]) => address!);
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) expect(address).toMatch(/^(https:\/\/www\.example\.gov\.cn)?\/nianbao\//);
});

test('the reference of an installation that published nothing has no example that leads nowhere', () => {
  const html = referencePage(openApiDocument(noExampleData));
  expect(html).not.toContain('undefined');
  for (const [, address] of html.matchAll(/<li>[^<]*：<a href="([^"]+)"/g))
    expect(address).not.toMatch(/\/(?:agencies|reports|rounds)\/|\/revisions|\/differences/);
  expect(html).toContain('尚无已公布的内容可作示例');
});
