import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { activeCell, agency, saved, signIn, startBlank, test } from './src/town-clerk.ts';

const cell = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`);

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

describe('the grid', () => {
  test('is filled in like a spreadsheet, checked while typing, saved by itself', async ({ page }) => {
    await signIn(page);
    await startBlank(page, 2022);
    await page.getByRole('button', { name: /空白的 175 格都填 0/ }).click();
    await cell(page, 'requests.received.naturalPersons').click();
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1余件');
    await page.keyboard.press('Enter');
    expect(await activeCell(page)).toBe('requests.carriedIn.naturalPersons');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    expect(await activeCell(page)).toBe('requests.received.total');
    await page.keyboard.type('4');
    expect(await cell(page, 'requests.received.businesses').inputValue()).toBe('1余件');
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
  });

  test('loses nothing when the server cannot be reached', async ({ page, context, errors }) => {
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
  });

  test('says in words of its own what the server answered, and tries again only what may pass', async ({
    page,
    errors,
  }) => {
    await signIn(page);
    await startBlank(page, 2021);
    const figure = cell(page, 'litigation.reconsideration.upheld');
    let answer: { status: number; contentType?: string; body: string };
    let calls = 0;
    await page.route('**/trpc/draft.save*', (route) => {
      calls++;
      return route.fulfill(answer);
    });
    const gateway = (status: number) => ({ status, contentType: 'text/html', body: `<h1>${status}</h1>` });
    for (const [given, words] of [
      [gateway(413), '报告太长'],
      [gateway(500), '服务器出错，没有完成，这不是网络的问题'],
    ] as const) {
      [answer, calls] = [given, 0];
      await figure.fill(String(given.status));
      await page.locator('.bar').getByText(words).waitFor();
      // Longer than the wait before the first retry.
      await page.waitForTimeout(4_000);
      expect([given.status, calls]).toEqual([given.status, 1]);
    }
    [answer, calls] = [gateway(503), 0];
    await figure.fill('3');
    await page.locator('.bar').getByText('服务器暂时不能办理').waitFor();
    await page.unroute('**/trpc/draft.save*');
    await saved(page);
    await page.reload();
    expect(await figure.inputValue()).toBe('3');
    expect(errors.splice(0).filter((error) => !/status of (413|500|503)/.test(error))).toEqual([]);
  });

  test('tells the second of two people what the first saved', async ({ page, context, errors }) => {
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
  });
});
