import { agencies } from '@gongkai/demo';
import { parseReport } from '@gongkai/schema';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { htmlFaults } from './src/html-faults.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const idOf = (name: string) => agencies.find((agency) => agency.name === name)!.id;
const town = '云溪县青原镇人民政府';
const townReport = `/reports/${idOf(town)}/2020/own`;
/** Blank cells by the hundred. */
const blanks = `/reports/${idOf('云溪县双溪乡人民政府')}/2021/own`;

const pages = {
  home: '/',
  'search results': `/search?q=${encodeURIComponent('云溪县')}`,
  'search without results': `/search?q=${encodeURIComponent('青源镇')}&year=2020`,
  agencies: '/agencies',
  agency: `/agencies/${idOf('云溪县文体广电和旅游局')}`,
  'report in the form of 2019': townReport,
  'report with blank cells': blanks,
  rounds: '/rounds',
  round: `/rounds/${idOf('云溪县人民政府')}/2025`,
  about: '/about',
};

describe('without any script', () => {
  test.override('contextOptions', { javaScriptEnabled: false });

  test('a reader finds a report by name and year and reads it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('青原镇 2020');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('青原镇 2020');
    expect(await page.locator('main mark').first().innerText()).toBe('青原镇');
    await page.getByRole('link', { name: `${town}2020年政府信息公开工作年度报告` }).click();
    await page.waitForURL(townReport.replace(/^/, '**'));
    expect(await page.locator('h1').innerText()).toMatch(/云溪县青原镇人民政府\s*2020年政府信息公开工作年度报告/);
    expect(await page.getByText('演示数据').first().isVisible()).toBe(true);
  });

  test('a reader turns from agency to agency and from year to year', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '报告单位', exact: true }).first().click();
    await page.getByRole('searchbox', { name: '按名称查找单位' }).fill('财政');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '云溪县财政局' }).click();
    expect(await page.getByRole('row').count()).toBe(1 + 7);
    await page.getByRole('link', { name: '云溪县财政局2021年政府信息公开工作年度报告' }).click();
    await page.getByRole('navigation', { name: '各年度报告' }).getByRole('link', { name: '2019' }).click();
    expect(await page.locator('h1').innerText()).toContain('2019年');
  });

  test('a search that finds nothing helps on', async ({ page }) => {
    await page.goto(pages['search without results']);
    expect(await page.getByRole('link', { name: town }).isVisible()).toBe(true);
    await page.getByRole('link', { name: '在全部年度中检索' }).click();
    expect(new URL(page.url()).searchParams.has('year')).toBe(false);
  });
});

describe('the page of a report', () => {
  test('draws the official tables with the figures as published', async ({ page }) => {
    await page.goto(townReport);
    const figure = (code: string) => page.locator(`td[id="${code}"]`);
    expect(await figure('二.行政许可.本年增/减').innerText()).toBe('+52');
    expect(await figure('二.政府集中采购.采购总金额').innerText()).toMatch(/^105\.650\s*万元$/);
    expect(await figure('四.行政复议.结果维持').innerText()).toBe('空白');
    expect(await page.getByRole('rowheader', { name: '三、本年度办理结果' }).getAttribute('rowspan')).toBe('20');
    expect(await page.locator('td[id]').count()).toBe(198);
  });

  test('leads from a marked figure to its finding and back', async ({ page }) => {
    await page.goto(townReport);
    await page.getByRole('link', { name: '见核对结果第 1 条' }).click();
    const finding = page.locator('#finding-1');
    expect(await finding.innerText()).toContain('5 格没有数字');
    await finding.getByRole('link', { name: '四.行政复议.总计' }).click();
    expect(decodeURI(new URL(page.url()).hash)).toBe('#四.行政复议.总计');
    expect(await page.locator('td:target').getAttribute('headers')).toBeTruthy();
  });

  test('names its machine twins, first source and revision', async ({ page }) => {
    await page.goto(townReport);
    const alternates = await page
      .locator('link[rel=alternate]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('type')));
    expect(alternates).toEqual(['application/json', 'text/csv']);
    expect(await page.locator('a[rel~=external]').getAttribute('href')).toMatch(/^https?:\/\//);
    expect(await page.locator('meta[name=ArticleTitle]').getAttribute('content')).toContain('2020年');
    await page.getByRole('link', { name: '第 1 版' }).click();
    await page.waitForURL(/\/revisions\/[0-9a-f]{64}$/);
    expect(await page.getByRole('note').innerText()).toContain('永久地址');
  });

  test('prints as a report: no navigation, tables whole, four pages at most', async ({ page, server }) => {
    await page.goto(townReport);
    await page.emulateMedia({ media: 'print' });
    const address = page.locator('#history .print-only');
    expect(await address.innerText()).toMatch(/\/revisions\/[0-9a-f]{64}$/);
    expect((await fetch(await address.innerText())).url.startsWith(server.url)).toBe(true);
    expect(await address.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    for (const hidden of ['header nav', 'aside nav', 'footer', '#findings'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    expect(await page.locator('#requests table').isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(4);
  });
});

describe('the machine twins', () => {
  test('are the public JSON and a CSV for spreadsheets', async ({ server }) => {
    const json = await fetch(`${server.url}${townReport}.json`);
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const body = await json.text();
    expect(parseReport(JSON.parse(body)).ok).toBe(true);
    expect(await (await fetch(`${server.url}/api/v1${townReport}`)).text()).toBe(body);

    const csv = await fetch(`${server.url}${townReport}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="report-2020-own\.csv"/);
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString()).toContain('\r\n二,行政许可,本年增/减,+52\r\n');
  });

  test('are not sent again to who has them', async ({ server }) => {
    const url = `${server.url}${townReport}.csv`;
    const etag = (await fetch(url)).headers.get('etag')!;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('a wrong address', () => {
  test('leads to the other years of the same agency', async ({ page, errors }) => {
    const response = await page.goto(`/reports/${idOf(town)}/2018/own`);
    expect(response?.status()).toBe(404);
    await page.getByRole('link', { name: `${town}2020年政府信息公开工作年度报告` }).click();
    await page.waitForURL(`**${townReport}`);
    errors.splice(0);
  });

  test.for(['/no-such-page', '/agencies/nobody', '/revisions/0000', `${townReport}.exe`])(
    '%s gets a page that helps on',
    async (path, { page, errors }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      expect(await page.getByRole('searchbox').isVisible()).toBe(true);
      expect(await htmlFaults(await response!.text())).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      errors.splice(0);
    },
  );
});

describe.each(Object.entries(pages))('the page %s', (name, path) => {
  test('is valid HTML without a script', async ({ server }) => {
    const html = await (await fetch(server.url + path)).text();
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
    expect(await htmlFaults(html)).toEqual([]);
  });

  test.for([
    ['light', 360],
    ['dark', 1280],
  ] as const)('has no fault that axe finds, %s, %i pixels wide', async ([colorScheme, width], { page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
    const large = await page.locator('html').evaluate((html) => {
      html.style.fontSize = '200%';
      const width = html.scrollWidth;
      html.style.fontSize = '';
      return width;
    });
    expect(large, 'width with 200 % text').toBe(width);
    await screenshot(page, `${name} ${colorScheme}`.replaceAll(' ', '-'));
  });
});

test('the sitemap lists whole addresses that answer', async ({ server }) => {
  const robots = await (await fetch(`${server.url}/robots.txt`)).text();
  const sitemap = /^Sitemap: (.*)$/m.exec(robots)![1]!;
  const addresses = Array.from((await (await fetch(sitemap)).text()).matchAll(/<loc>(.*?)<\/loc>/g), ([, url]) => url!);
  const { total } = (await (await fetch(`${server.url}/api/v1/reports?limit=1`)).json()) as { total: number };
  expect(addresses.filter((url) => url.includes('/reports/'))).toHaveLength(total);
  expect(addresses).toHaveLength(new Set(addresses).size);
  for (const url of addresses.slice(0, 12)) expect((await fetch(url)).status).toBe(200);
});
