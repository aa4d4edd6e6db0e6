import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway, type Variant } from '@gongkai/tooling-deploy/nginx';
import { freePort } from '@gongkai/tooling-scripts/free-port';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './src/browser.ts';
import { crawl } from './src/crawl.ts';
import { startBehindGateway, trust } from './src/gateway.ts';
import { pageErrors } from './src/page-errors.ts';
import { everyContext } from './src/test.ts';
import { sample } from './src/town-clerk.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each<[variant: Variant, basePath: string]>([
  ['own-host', ''],
  ['sub-path', '/nianbao'],
])('behind nginx as the operators’ page has it, %s', (variant, basePath) => {
  let gateway: Awaited<ReturnType<typeof startBehindGateway>>;
  let context: BrowserContext;
  const errors: string[] = [];
  beforeAll(async () => {
    gateway = await startBehindGateway(variant);
    context = await browser.newContext({ ...everyContext, ignoreHTTPSErrors: true });
    pageErrors(context, errors);
  });
  afterAll(async () => {
    await context.close();
    await gateway[Symbol.asyncDispose]();
  });

  it('every link, file, form and redirect of the portal stays on the site and answers', async () => {
    const from = ['/', '/admin', '/api/v1/', '/sitemap.xml', '/robots.txt', '/reports', '/agencies/', '/favicon.svg'];
    const { addresses, faults } = await crawl({ site: gateway.url, from, ofOneShape: 2 });
    expect(faults).toEqual([]);
    expect(addresses).toBeGreaterThan(60);
    const missing = await fetch(`${gateway.url}/a/b/c`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('href="../../agencies"');
  });

  it('addresses that are whole begin with that of the site', async () => {
    const text = async (path: string) => (await fetch(gateway.url + path)).text();
    const [, report = ''] = /<loc>([^<]*\/reports\/[^<]*)<\/loc>/.exec(await text('/sitemap.xml')) ?? [];
    expect(report.startsWith(`${gateway.url}/reports/`)).toBe(true);
    const page = await (await fetch(report)).text();
    expect(page).toContain(`<link rel="canonical" href="${report}"`);
    expect(page).toContain(`content="${report}"`);
    expect(page).toMatch(new RegExp(`>${RegExp.escape(gateway.url)}/revisions/[0-9a-f]{64}<`));
    expect(await text('/robots.txt')).toContain(`Disallow: ${basePath}/admin\nSitemap: ${gateway.url}/sitemap.xml`);
    const hsts = (await fetch(`${gateway.url}/`)).headers.get('strict-transport-security');
    expect(hsts).toBe('max-age=31536000');
    const document = JSON.parse(await text('/api/v1/openapi.json')) as { servers: unknown };
    expect(document.servers).toEqual([{ url: `${basePath}/api/v1` }]);
  });

  it('a clerk signs in, reads a document and finds the public pages', async () => {
    const page = await context.newPage();
    await page.goto(`${gateway.url}/`);
    await page.getByRole('searchbox').first().fill('青原镇');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${gateway.url}/search?q=*`);

    await page.goto(`${gateway.url}/admin/new`);
    await page.getByLabel('用户名', { exact: true }).fill('qingyuan');
    await page.getByLabel('密码', { exact: true }).fill('Yunxi-qingyuan-1');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('报告年度').selectOption('2026');
    const cookies = await context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const { path, secure, httpOnly } of cookies)
      expect([path, secure, httpOnly]).toEqual([`${basePath}/`, true, true]);

    const document = (await readFile(sample, 'utf8')).replaceAll('2020', '2026');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '年报.txt', mimeType: 'text/plain', buffer: Buffer.from(document) });
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByRole('heading', { name: '识别结果' }).waitFor();
    // An address below the app, by the server this time.
    await page.goto(`${gateway.url}/admin/account`);
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await page.getByRole('link', { name: '公开首页' }).click();
    await page.waitForURL(`${gateway.url}/`);
    expect(errors.splice(0)).toEqual([]);

    const body = { headers: { 'content-type': 'application/octet-stream', origin: new URL(gateway.url).origin } };
    const send = async (megabytes: number) =>
      (
        await page.request.post(`${gateway.url}/trpc/import.read`, { ...body, data: Buffer.alloc(megabytes * 2 ** 20) })
      ).status();
    // Of the size that the server takes, and refused by the server for what it is.
    expect(await send(21)).toBe(400);
    expect(await send(22)).toBe(413);

    await page.goto(`${gateway.url}/admin/`);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('用户名', { exact: true }).waitFor();
    expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
  });
});

it('nginx leads plain HTTP to TLS, and says in words that a file is too large or that no server is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-nginx-'));
  await using gateway = await startGateway({ variant: 'own-host', folder, ports: [await freePort()] });
  trust(gateway);
  const plain = await fetch(`${gateway.plainUrl}/agencies?q=1`, { redirect: 'manual' });
  expect([plain.status, plain.headers.get('location')]).toEqual([308, 'https://localhost/agencies?q=1']);
  const upload = { method: 'POST', body: Buffer.alloc(22 * 2 ** 20) };
  const tooLarge = await fetch(`${gateway.url}/trpc/import.read`, upload);
  expect([tooLarge.status, await tooLarge.text()]).toEqual([413, expect.stringContaining('每份文件最多 20 MB')]);
  const away = await fetch(`${gateway.url}/`);
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await away.text()).toContain('系统暂时不能答复');
  await rm(folder, { recursive: true });
});
