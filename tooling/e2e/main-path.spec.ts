import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { becomeClerk, claimInstallation, makeClerk } from './src/first-clerk.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../packages/importer/fixtures/${name}`, import.meta.url));
const town = '宝清县青原镇人民政府';
const title = `${town}2020年政府信息公开工作年度报告`;

test.override('serverOptions', { demo: false });

describe('a report on its way from a file to the public', () => {
  test('is uploaded, recognised, checked, corrected, published and read', async ({ page, server, errors }) => {
    await claimInstallation(page, server, town);
    // The first account keeps accounts: it creates one for the person who works on reports.
    const given = await makeClerk(page, town);
    expect(await page.getByRole('article', { name: '测试员（clerk）' }).innerText()).toContain('填报、审核、公布');
    await screenshot(page, 'admin-accounts');
    expect(await accessibilityFaults(page)).toEqual([]);
    await becomeClerk(page, given);

    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2020');
    await page.locator('input[type=file]').setInputFiles(fixture('qingyuan-2020.txt'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByRole('heading', { name: '识别结果' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/共 198 格：读到数字 193 格，空白 5 格/);
    await screenshot(page, 'admin-recognised');
    await page.getByRole('button', { name: /^建立 2020 年度草稿/ }).click();

    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    const cell = page.locator('[data-cell="requests.received.naturalPersons"]');
    expect(await cell.inputValue()).toBe('0');
    expect(await page.locator('[data-cell="disclosure.licensing.change"]').inputValue()).toBe('+52');
    expect(await page.locator('[data-cell="disclosure.centralisedProcurement.amount"]').inputValue()).toBe('105.650');
    expect(await page.getByText('有 5 格没有数字').first().isVisible()).toBe(true);
    await cell.fill('3');
    await cell.press('Enter');
    await page
      .getByText(/“自然人”列勾稽关系不成立/)
      .first()
      .waitFor();
    await screenshot(page, 'admin-grid');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page
      .getByText(/“自然人”列勾稽关系不成立/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await cell.inputValue()).toBe('0');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '作为历史报告公布' }).click();
    await page.getByLabel('当时公布的日期').fill('2021-01-20');
    await page.getByLabel('当时公布的网址').fill('http://www.example.gov.cn/nianbao/2020.html');
    await page.getByRole('button', { name: '按原样公布' }).click();
    await page.getByRole('heading', { name: '已经公布' }).waitFor();
    await page.getByRole('link', { name: '查看公开页面' }).click();

    await page.getByRole('heading', { level: 1 }).waitFor();
    const address = new URL(page.url()).pathname;
    expect(address).toMatch(/^\/reports\/[0-9A-Z]{26}\/2020\/own$/);
    expect((await page.title()).replace(/\s/g, '')).toContain(title);
    expect(await page.getByText('105.650').isVisible()).toBe(true);
    expect(await page.getByText('有 5 格没有数字').isVisible()).toBe(true);
    await screenshot(page, 'public-report');

    const csv = await (await page.request.get(`${address}.csv`)).text();
    const figures = await readFile(fixture('qingyuan-2020.figures.csv'), 'utf8');
    expect(csv.replace('\uFEFF', '').replaceAll('\r\n', '\n')).toBe(figures);
    const json = (await (await page.request.get(`${address}.json`)).json()) as { title: string };
    expect(json.title.replace(/\s/g, '')).toBe(title);
    expect(errors).toEqual([]);
  });
});
