import { agencies } from '@gongkai/demo';
import { expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { test } from './src/test.ts';

const government = agencies.find(({ kind }) => kind === 'government')!.id;

test('the office sees who is missing, gives more time, and traces the county’s figures', async ({ page }) => {
  await page.goto('/admin/');
  await page.getByLabel('用户名').fill('office');
  await page.getByLabel('密码').fill('Yunxi-office-1');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '年度收集与汇总' }).click();
  await page.getByRole('link', { name: '收集情况' }).click();
  const board = page.getByRole('region', { name: '各机关收集情况' });
  await board.getByRole('row', { name: /青原镇.*未开始.*逾期未公布/ }).waitFor();
  await page.getByLabel('只看').selectOption('none');
  expect(await board.getByRole('row').count()).toBe(2);

  await page.getByRole('button', { name: /^延期：.*青原镇/ }).click();
  await page.getByLabel('延期至').fill('2026-12-31');
  await page.getByLabel('延期原因').fill('换届交接');
  await page.getByRole('dialog').getByRole('button', { name: '准予延期' }).click();
  await board.getByText('延期：换届交接').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'round');

  await page.getByRole('link', { name: '汇总', exact: true }).click();
  await page.getByLabel('单元格').selectOption('requests.received.total');
  const parts = page.getByRole('region', { name: '三.一.总计的来源' });
  await parts.getByRole('rowheader', { name: '云溪县财政局' }).waitFor();
  expect(await page.getByRole('heading', { name: /^未汇总的机关/ }).isVisible()).toBe(true);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(360);
  await screenshot(page, 'roll-up');

  await page.goto(`/rounds/${government}/2025`);
  await page.getByRole('row', { name: /青原镇.*未公布.*准予延期至 2026年12月31日/ }).waitFor();
});
