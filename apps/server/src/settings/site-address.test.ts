import { expect, it } from 'vitest';
import { siteAddress } from './site-address.ts';

it.each([
  ['https://gongkai.example.gov.cn', 'https://gongkai.example.gov.cn', ''],
  ['https://gongkai.example.gov.cn/', 'https://gongkai.example.gov.cn', ''],
  ['http://10.1.2.3:8080/nianbao', 'http://10.1.2.3:8080', '/nianbao'],
  ['https://www.example.gov.cn/zwgk/nian-bao_2/', 'https://www.example.gov.cn', '/zwgk/nian-bao_2'],
])('reads %s', (text, origin, basePath) => {
  expect(siteAddress.parse(text)).toEqual({ origin, basePath });
});

it.each([
  'www.example.gov.cn/nianbao',
  'ftp://www.example.gov.cn',
  'https://user@www.example.gov.cn/',
  'https://www.example.gov.cn/nianbao?x=1',
  'https://www.example.gov.cn/nianbao#x',
  'https://www.example.gov.cn//nianbao',
  'https://www.example.gov.cn/nianbao//',
  'https://www.example.gov.cn/a/../b',
  'https://www.example.gov.cn/年报',
  'https://www.example.gov.cn/%6eianbao',
  `https://www.example.gov.cn/${'x'.repeat(100)}`,
])('refuses %s', (text) => {
  expect(siteAddress.safeParse(text).success).toBe(false);
});

it.each(['admin', 'admin/nianbao', 'api', 'reports', 'readyz', '_app', 'sitemap.xml'])(
  'refuses the sub-path /%s, which could not be told from a path of the site',
  (path) => {
    expect(siteAddress.safeParse(`https://www.example.gov.cn/${path}`).success).toBe(false);
    expect(siteAddress.safeParse(`https://www.example.gov.cn/zwgk/${path}`).success).toBe(true);
  },
);
