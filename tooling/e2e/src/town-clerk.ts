import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { becomeClerk, claimInstallation, clerk, makeClerk } from './first-clerk.ts';
import { everyContext, test as base } from './test.ts';

/** A report of the town, as text. */
export const sample = fileURLToPath(new URL('../../../packages/importer/fixtures/qingyuan-2020.txt', import.meta.url));
export const agency = '宝清县青原镇人民政府';

/** A test in a new installation, in which a clerk of the town has an account with all roles. */
export const test = base
  .override('serverOptions', { demo: false })
  .extend('installation', { scope: 'file', auto: true }, async ({ server, browser }) => {
    const page = await browser.newPage({ ...everyContext, baseURL: server.url });
    await claimInstallation(page, server, agency);
    await becomeClerk(page, await makeClerk(page, agency));
    await page.close();
    return server.url;
  });

export async function signIn(page: Page): Promise<void> {
  await page.goto('/admin/');
  await page.getByLabel('用户名', { exact: true }).fill(clerk.username);
  await page.getByLabel('密码', { exact: true }).fill(clerk.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '我的机关' }).waitFor();
}

/** Starts a blank draft and shows it. */
export async function startBlank(page: Page, year: number): Promise<void> {
  await page.goto('/admin/new');
  await page.getByLabel('报告年度').selectOption(String(year));
  await page.getByLabel('空白表格').check();
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('heading', { name: '基本情况' }).waitFor();
}

export const activeCell = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
export const saved = (page: Page) => page.locator('.bar').getByText('已保存').waitFor();
