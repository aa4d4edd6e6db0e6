import { agencies } from '@gongkai/demo';
import { describe, expect } from 'vitest';
import { test } from './src/test.ts';

const idOf = (name: string) => agencies.find((agency) => agency.name === name)!.id;
const town = '云溪县青原镇人民政府';
const id = idOf(town);

describe('search', () => {
  test.for(['青原镇2024', '2024年青原镇', '青原镇，2024', '青原镇2024年度。', '（青原镇）２０２４'])(
    'finds the report of a town and a year written as %s',
    async (query, { page }) => {
      await page.goto(`/search?q=${encodeURIComponent(query)}`);
      const title = page.locator('main li a').first();
      expect(await title.innerText()).toBe(`${town}2024年政府信息公开工作年度报告`);
      expect(await title.locator('mark').allInnerTexts()).toContain('青原镇');
    },
  );

  test('says that a page lies beyond the last one and leads back', async ({ page }) => {
    for (const number of [500, 1001]) {
      await page.goto(`/search?q=2024&page=${number}`);
      expect(await page.locator('main').innerText()).toContain(`没有第 ${number} 页`);
      expect(await page.locator('main').innerText()).toMatch(/共 \d+ 份报告，\d+ 页/);
      await page.getByRole('link', { name: '最后一页' }).click();
      expect(await page.locator('main li').count()).toBeGreaterThan(0);
    }
  });

  test('names a year of which there can be no report', async ({ page }) => {
    await page.goto('/search?year=9999');
    expect(await page.locator('main').innerText()).toContain('没有“9999”年度的报告');
  });

  test('shows no character that turns the direction of writing', async ({ page }) => {
    await page.goto('/search?q=%E2%80%AE结转');
    expect(await page.title()).not.toContain('\u202e');
    expect(await page.content()).not.toContain('\u202e');
  });
});

test.for(['/', '/about', '/agencies', '/rounds', `/agencies/${id}`, `/reports/${id}/2020/own`, '/api/v1'])(
  'the head of %s names site and column, and describes the page',
  async (path, { server }) => {
    const html = await (await fetch(server.url + path)).text();
    for (const name of ['SiteName', 'ColumnName', 'description'])
      expect(html).toMatch(new RegExp(`<meta name="${name}" content="[^"]+"`));
  },
);

describe('an address', () => {
  test.for([
    ['/reports', '/search'],
    [`/reports/${id}`, `/agencies/${id}`],
    [`/reports/${id}/2020`, `/reports/${id}/2020/own`],
    [`/agencies/${id.toLowerCase()}`, `/agencies/${id}`],
    [`/reports/${id.toLowerCase()}/2020/own.csv`, `/reports/${id}/2020/own.csv`],
  ] as const)('%s leads to %s', async ([from, to], { server }) => {
    const response = await fetch(server.url + from);
    expect(response.status).toBe(200);
    expect(new URL(response.url).pathname).toBe(to);
  });

  test.for(['/favicon.ico', '/apple-touch-icon.png'])('%s is a picture', async (path, { server }) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^image\//);
  });
});

test('a withdrawn report is gone for programs, and tells people whom to ask', async ({ server, page, errors }) => {
  const board = await (await fetch(`${server.url}/api/v1/reports?year=2025&format=csv`)).text();
  const all = agencies.map((agency) => `/reports/${agency.id}/2025/own`);
  const statuses = await Promise.all(all.map(async (path) => (await fetch(server.url + path)).status));
  const withdrawn = all[statuses.indexOf(410)]!;
  expect(board).not.toContain(withdrawn.split('/')[2]);
  expect((await fetch(`${server.url}${withdrawn}.json`)).status).toBe(410);
  await page.goto(withdrawn);
  expect(await page.locator('main').innerText()).toContain('已于');
  expect(await page.locator('main a[href^="tel:"]').first().getAttribute('href')).toMatch(/^tel:\d+$/);
  errors.splice(0);
});

test('late reports are marked in lists', async ({ page }) => {
  await page.goto('/rounds');
  await page
    .getByRole('link', { name: /2025 年度/ })
    .first()
    .click();
  const row = page.getByRole('row', { name: /逾期$/ }).first();
  await row.getByRole('link').first().click();
  expect(await page.getByRole('row', { name: /^2025/ }).innerText()).toContain('逾期公布');
  await page.goto(`/search?q=${encodeURIComponent('双溪乡')}&year=2025`);
  expect(await page.locator('main li').first().innerText()).toContain('逾期公布');
});

test('the board counts every line it shows', async ({ page, server }) => {
  const path = `/rounds/${idOf('云溪县人民政府')}/2025`;
  await page.goto(path);
  const rows = await page.locator('main tbody tr').count();
  expect(await page.locator('main dl div').first().innerText()).toContain(String(rows));
  const { statistics, lines } = (await (await fetch(`${server.url}${path}.json`)).json()) as {
    statistics: { due: number };
    lines: unknown[];
  };
  expect(statistics.due).toBe(lines.length + 1);
});

describe('the official table on a phone', () => {
  test('keeps the heads of the label columns over them while figures scroll', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/reports/${id}/2020/own`);
    const region = page.locator('#requests [role=region]');
    await region.evaluate((element) => element.scrollTo({ left: 300 }));
    const left = (await region.boundingBox())!.x;
    const corner = region.locator('thead td').first();
    expect(Math.abs((await corner.boundingBox())!.x - left)).toBeLessThanOrEqual(1);
    const label = region.locator('tbody th').first();
    expect(Math.abs((await label.boundingBox())!.x - left)).toBeLessThanOrEqual(1);
  });

  test('tells marks from figures where colours are forced', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`/reports/${id}/2020/own`);
    const reference = page.locator('td .reference').first();
    const border = await reference.evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(border).toBe('1px');
    const years = page.getByRole('navigation', { name: '各年度报告' });
    const background = (link: string) =>
      years.getByRole('link', { name: link }).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background('2020')).not.toBe(await background('2019'));
    await page.goto('/agencies');
    const underline = (name: string) =>
      page
        .locator('header nav')
        .getByRole('link', { name })
        .evaluate((element) => getComputedStyle(element).borderBottomColor);
    expect(await underline('报告单位')).not.toBe(await underline('检索'));
  });
});
