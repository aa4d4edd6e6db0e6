import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { becomeClerk, claimInstallation, clerk, firstLinkOf, makeClerk } from './src/first-clerk.ts';
import { screenshot } from './src/screenshot.ts';
import { everyContext, test as base } from './src/test.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../packages/importer/fixtures/${name}`, import.meta.url));
const sample = fixture('qingyuan-2020.txt');
const agency = '宝清县青原镇人民政府';

/** A new installation in which a clerk has an account with all roles. */
const test = base
  .override('serverOptions', { demo: false })
  .extend('installation', { scope: 'file' }, async ({ server, browser }) => {
    const page = await browser.newPage({ ...everyContext, baseURL: server.url });
    await claimInstallation(page, server, agency);
    await becomeClerk(page, await makeClerk(page, agency));
    await page.close();
    return server.url;
  });

async function signIn(page: Page): Promise<void> {
  await page.goto('/admin/');
  await page.getByLabel('用户名', { exact: true }).fill(clerk.username);
  await page.getByLabel('密码', { exact: true }).fill(clerk.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '我的机关' }).waitFor();
}

/** Starts a blank draft and shows it. */
async function startBlank(page: Page, year: number): Promise<void> {
  await page.goto('/admin/new');
  await page.getByLabel('报告年度').selectOption(String(year));
  await page.getByLabel('空白表格').check();
  await page.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('heading', { name: '基本情况' }).waitFor();
}

const cell = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`);
const activeCell = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
const saved = (page: Page) => page.locator('.bar').getByText('已保存').waitFor();

/** Puts text on the clipboard and pastes it where the focus is, as a spreadsheet's copy would be. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

describe('several files at once', () => {
  test('are read each by itself, made drafts, and held against their documents cell by cell', async ({
    installation,
    page,
  }) => {
    await signIn(page);
    await page.goto('/admin/new');
    const text = (await readFile(sample, 'utf8')).replaceAll('2020', '2026');
    // An amount in words, and a row whose label is lost.
    const unsure = text.replace('\t105.650万', '\t约一百万').replace(/^\t*\(二\) 部分公开.*?\)\t/mu, '\t');
    await page.locator('input[type=file]').setInputFiles([
      { name: '2026年报.txt', mimeType: 'text/plain', buffer: Buffer.from(unsure) },
      { name: '图片.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) },
    ]);
    await page.getByText('共 2 份，已识别 2 份；可以建立 1 份').waitFor();
    const item = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    expect(await item('图片.png').innerText()).toContain('不能识别');
    expect(await item('2026年报.txt').getByLabel('机关').inputValue()).not.toBe('');
    expect(await accessibilityFaults(page)).toEqual([]);
    await item('2026年报.txt').getByLabel('存为').selectOption('archived');
    await item('2026年报.txt').getByText('请先存为草稿').waitFor();
    await item('2026年报.txt').getByLabel('存为').selectOption('draft');
    await page.getByRole('button', { name: '建立 1 份' }).click();
    await item('2026年报.txt')
      .getByRole('link', { name: /打开草稿/ })
      .click();

    const source = page.getByRole('region', { name: '原文：2026年报.txt' });
    await source.waitFor();
    await page.getByText('还有 9 格待确认').waitFor();
    await page.keyboard.press('F9');
    expect(await activeCell(page)).toBe('disclosure.centralisedProcurement.projects');
    expect(await source.locator('[aria-current]').innerText()).toBe('1');
    // What was not read is not confirmed by the way.
    await page.keyboard.press('Enter');
    await page.getByText('这一格没有读懂，请照原文填写').first().waitFor();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await page.getByText('还有 7 格待确认').waitFor();
    expect(await activeCell(page)).toBe('requests.partlyGranted.naturalPersons');
    await page.keyboard.press('Enter');
    await page.getByText('还有 6 格待确认').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('还有 7 格待确认').waitFor();
    expect(await activeCell(page)).toBe('requests.partlyGranted.naturalPersons');
    await source.getByRole('button', { name: '134', exact: true }).click();
    expect(await activeCell(page)).toBe('disclosure.licensing.decisions');
    await saved(page);
    await screenshot(page, 'admin-source');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(installation).toBeTruthy();
  });

  test('may come in an archive: each document a line of its own, a bad archive stops none', async ({
    installation,
    page,
  }) => {
    await signIn(page);
    await page.goto('/admin/new');
    const archive = zipSync({
      'abcd.txt': await readFile(sample),
      'folder/old.zip': strToU8('x'),
      'folder/photo.jpg': strToU8('x'),
      '__MACOSX/._abcd.txt': strToU8('x'),
    });
    // 年报 as Chinese Windows names a file, in both places where the name stands.
    for (let at = 0; at + 8 < archive.length; at++)
      if (Buffer.from(archive.subarray(at, at + 8)).toString() === 'abcd.txt' && archive[at - 1] !== 0x5f)
        archive.set([0xc4, 0xea, 0xb1, 0xa8], at);
    const zip = (name: string, bytes: Uint8Array) => ({
      name,
      mimeType: 'application/zip',
      buffer: Buffer.from(bytes),
    });
    await page.locator('input[type=file]').setInputFiles(zip('一批.zip', archive));
    await page.getByText('共 2 份，已识别 2 份；可以建立 1 份').waitFor();
    await page.locator('input[type=file]').setInputFiles(zip('坏的.zip', archive.subarray(0, 200)));
    await page.getByText('压缩包“坏的.zip”没有加入：压缩包已损坏').waitFor();
    const item = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    expect(await item('folder/old.zip').innerText()).toContain('压缩包里的压缩包没有读取');
    await page.getByText('压缩包“一批.zip”里有 2 份文件，跳过 2 个').click();
    expect(await page.getByText('folder/photo.jpg').isVisible()).toBe(true);
    await screenshot(page, 'admin-archive');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '建立 1 份' }).click();
    await item('年报.txt')
      .getByRole('link', { name: /打开草稿/ })
      .waitFor();
    expect(installation).toBeTruthy();
  });
});

describe('signing in', () => {
  test('says what is wrong, stays over a reload, and ends', async ({ installation, page, errors }) => {
    await page.goto('/admin/new');
    await page.getByLabel('用户名', { exact: true }).fill(clerk.username);
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('用户名或密码不对');
    expect(errors.splice(0)).toEqual([expect.stringContaining('401')]);
    await page.getByLabel('密码', { exact: true }).fill(clerk.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '新建报告' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '新建报告' }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(installation).toBeTruthy();
  });

  test('makes no second first account', async ({ installation, server, page, errors }) => {
    await page.goto(firstLinkOf(server));
    await page.getByLabel('机关全称').fill('另一机关');
    await page.getByLabel('姓名').fill('另一人');
    await page.getByLabel('用户名').fill('other');
    await page.getByLabel('密码', { exact: true }).fill(clerk.password);
    await page.getByLabel('再输入一次密码').fill(clerk.password);
    await page.getByRole('button', { name: '建立账号并登录' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('链接');
    expect(errors.splice(0)).toEqual([expect.stringContaining('403')]);
    expect(installation).toBeTruthy();
  });
});

describe('what cannot be read', () => {
  test('is refused in words that help, and what was pasted stays', async ({ installation, page }) => {
    await signIn(page);
    await page.goto('/admin/new');
    await page.getByLabel('粘贴文字').check();
    await page.getByRole('button', { name: '识别' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先粘贴报告全文');
    await page.getByLabel('报告全文').fill('这不是报告。');
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('没有保存任何内容').waitFor();
    expect(await page.getByLabel('报告全文').inputValue()).toBe('这不是报告。');
    await page.getByLabel('上传文件').check();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '图片.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) });
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('没有保存任何内容').waitFor();
    expect(installation).toBeTruthy();
  });

  test('of another year or agency is shown before it is taken', async ({ installation, page }) => {
    await signIn(page);
    await page.goto('/admin/new');
    await page.getByLabel('报告年度').selectOption('2023');
    await page.getByLabel('粘贴文字').check();
    const text = await readFile(sample, 'utf8');
    await page.getByLabel('报告全文').fill(text.replaceAll('青原镇', '白水镇').replaceAll('2020', '2019'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByText('文档是 2019 年度的报告，您选择的是 2023 年度').waitFor();
    await page.getByRole('button', { name: '建立 2019 年度草稿' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请先确认');
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await page.getByLabel('报告全文').inputValue()).toContain('白水镇');
    expect(installation).toBeTruthy();
  });
});

describe('the grid', () => {
  test('is filled in like a spreadsheet, checked while typing, saved by itself', async ({ installation, page }) => {
    await signIn(page);
    await startBlank(page, 2022);
    await page.getByRole('button', { name: /空白的 175 格都填 0/ }).click();
    await cell(page, 'requests.received.naturalPersons').click();
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1件');
    await page.keyboard.press('Enter');
    expect(await activeCell(page)).toBe('requests.carriedIn.naturalPersons');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    expect(await activeCell(page)).toBe('requests.received.total');
    await page.keyboard.type('4');
    expect(await cell(page, 'requests.received.businesses').inputValue()).toBe('1件');
    expect(await cell(page, 'requests.received.businesses').getAttribute('aria-invalid')).toBe('true');
    await cell(page, 'requests.received.businesses').fill('2');
    expect(await page.getByText('相差 1').first().isVisible()).toBe(true);
    await saved(page);

    await cell(page, 'requests.received.naturalPersons').click();
    await paste(page, '项目\t自然人\t商业企业\n一、新收\t7\t1\n二、结转\t2\tx\n');
    expect(await page.getByRole('status').getByText('已粘贴 4 格，其中 1 格不是数字').isVisible()).toBe(true);
    expect(await cell(page, 'requests.carriedIn.naturalPersons').inputValue()).toBe('2');
    await page.getByRole('button', { name: '撤销粘贴' }).click();
    expect(await cell(page, 'requests.received.naturalPersons').inputValue()).toBe('3');
    expect(await cell(page, 'requests.carriedIn.businesses').inputValue()).toBe('0');

    await page.getByLabel('正文').first().fill('第一段。\n\n第二段。');
    await saved(page);
    await page.reload();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await page.getByLabel('正文').first().inputValue()).toBe('第一段。\n第二段。');
    expect(await cell(page, 'requests.received.total').inputValue()).toBe('4');
    expect(installation).toBeTruthy();
  });

  test('loses nothing when the server cannot be reached', async ({ installation, page, context, errors }) => {
    await signIn(page);
    await startBlank(page, 2023);
    await context.setOffline(true);
    await cell(page, 'litigation.reconsideration.upheld').fill('2');
    await page.locator('.bar').getByText('没有连上服务器').waitFor();
    await page.getByRole('link', { name: '我的报告' }).click();
    await page.getByText('的修改还没有保存').waitFor();
    await context.setOffline(false);
    await page.getByText('的修改还没有保存').waitFor({ state: 'hidden' });
    await page.goto('/admin/');
    await page.getByRole('link', { name: `${agency}2023年` }).click();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await cell(page, 'litigation.reconsideration.upheld').inputValue()).toBe('2');
    expect(errors.splice(0).every((error) => error.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
    expect(installation).toBeTruthy();
  });

  test('tells the second of two people what the first saved', async ({ installation, page, context, errors }) => {
    await signIn(page);
    await startBlank(page, 2024);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: '基本情况' }).waitFor();
    await cell(other, 'litigation.reconsideration.upheld').fill('4');
    await cell(other, 'litigation.reconsideration.total').fill('4');
    await other.keyboard.press('Control+s');
    await saved(other);
    await cell(page, 'litigation.reconsideration.upheld').fill('5');
    await page.keyboard.press('Control+s');

    const dialog = page.getByRole('dialog', { name: '别人也改了这份草稿' });
    await dialog.waitFor();
    expect(await dialog.getByRole('row').allInnerTexts()).toHaveLength(3);
    expect(await dialog.getByText('还有 1 处没有选择').isVisible()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('row', { name: '四.行政复议.结果维持' }).getByRole('radio').first().check();
    await dialog.getByRole('button', { name: '按选择的内容继续' }).click();
    await saved(page);
    expect(await cell(page, 'litigation.reconsideration.upheld').inputValue()).toBe('5');
    expect(await cell(page, 'litigation.reconsideration.total').inputValue()).toBe('4');
    expect(errors.splice(0)).toEqual([expect.stringContaining('409')]);
    expect(installation).toBeTruthy();
  });
});

describe.each([
  ['at 360 px', { viewport: { width: 360, height: 740 } }],
  ['in the dark', { colorScheme: 'dark' as const }],
])('every view %s', (name, contextOptions) => {
  test.override('contextOptions', contextOptions);

  test('has no fault that axe finds, and nothing wider than the window', async ({ installation, page }) => {
    const look = async (view: string) => {
      expect(await accessibilityFaults(page), view).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), view).toBeLessThanOrEqual(0);
      await screenshot(page, `admin-${view}-${name.replaceAll(' ', '-')}`);
    };
    await page.goto('/admin/');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await look('sign-in');
    await signIn(page);
    await look('home');
    await page.goto('/admin/new');
    await page.getByLabel('粘贴文字').check();
    await look('new');
    await page.getByLabel('报告全文').fill((await readFile(sample, 'utf8')).replaceAll('2020', '2019'));
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByRole('heading', { name: '识别结果' }).waitFor();
    await look('import');
    await page.getByRole('button', { name: '返回修改' }).click();
    await startBlank(page, name === 'in the dark' ? 2020 + 1 : 2025);
    await look('editor');
    await page.getByRole('link', { name: '预览' }).click();
    await page.getByText('这是预览').waitFor();
    await look('preview');
    await page.getByRole('link', { name: '返回修改' }).click();
    await page.getByRole('button', { name: '作为历史报告公布' }).click();
    await look('publish');
    await page.goto('/admin/nothing');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await look('not-found');
    expect(installation).toBeTruthy();
  });
});
