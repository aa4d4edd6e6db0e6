import { cellsOf, formOfYear, tableModel } from '@gongkai/schema';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { pasteFromClipboard } from './src/clipboard.ts';
import { saved, signIn, startBlank, test } from './src/town-clerk.ts';

const form = formOfYear(2024)!;
const cell = (page: Page, key: string) => page.locator(`[data-cell="${key}"]`);
const first = 'requests.received.naturalPersons';

/** What stands in the cells of the tables, blank ones left out. */
async function figures(page: Page): Promise<Record<string, string>> {
  const values = await page
    .locator('[data-cell]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.dataset['cell']!, (input as HTMLInputElement).value] as const),
    );
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/** The official table as Word puts it on the clipboard: paragraphs in cells, merged labels. */
function wordTable(table: string): string {
  const ordinals = new Map(cellsOf(form).map(({ key, ordinal }) => [key, ordinal]));
  const rows = tableModel(form, table)
    .blocks.flatMap(({ head, body }) => [...head, ...body])
    .map((line) =>
      line.map(({ colspan, rowspan, text, cell: key }) => {
        const words = key === undefined ? text : String(ordinals.get(key));
        const paragraphs = [words, ...(key === undefined ? [] : ['&nbsp;'])]
          .map((part) => `<p class=MsoNormal><span lang=EN-US>${part}<o:p></o:p></span></p>`)
          .join('\n');
        return `<td colspan=${colspan} rowspan=${rowspan} style='mso-border-alt:solid'>${paragraphs}</td>`;
      }),
    );
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN><!--StartFragment--><table class=MsoTableGrid>${rows
    .map((cells) => `<tr>${cells.join('')}</tr>`)
    .join('\n')}</table><!--EndFragment--></body></html>`;
}

const ordinalsOf = (...tables: string[]) =>
  Object.fromEntries(
    cellsOf(form)
      .filter(({ table }) => tables.includes(table))
      .map(({ key, ordinal }) => [key, String(ordinal)]),
  );

describe('pasting into the tables', () => {
  test('places a table of Word by its labels, undoes it as a whole, and forgets the notice', async ({ page }) => {
    await signIn(page);
    await startBlank(page, 2024);
    await cell(page, 'requests.granted.businesses').click();
    // The plain text beside it is what Word gives: the labels of merged cells stand for one column.
    await pasteFromClipboard(page, { text: '（一）予以公开\t15\r\n\t0\t0', html: wordTable('requests') });
    await page.getByRole('status').getByText('已粘贴 175 格').waitFor();
    expect(await figures(page)).toEqual(ordinalsOf('requests'));
    await page.keyboard.press('Control+Z');
    expect(await figures(page)).toEqual({});
    expect(await page.getByText('已粘贴 175 格').count()).toBe(0);
    expect(await page.getByRole('button', { name: '撤销粘贴' }).count()).toBe(0);

    // Two tables at once, at a cell of a third.
    await cell(page, 'litigation.reconsideration.upheld').click();
    await pasteFromClipboard(page, { html: wordTable('disclosure') + wordTable('requests') });
    await page.getByRole('status').getByText('按行名放入').waitFor();
    expect(await figures(page)).toEqual(ordinalsOf('disclosure', 'requests'));
    await saved(page);
  });

  test('splits a row of a PDF, and refuses what does not fit without writing anything', async ({ page }) => {
    await signIn(page);
    await startBlank(page, 2023);
    await cell(page, first).click();
    await pasteFromClipboard(page, { text: '5 1 0 0 0 1 7' });
    await page.getByRole('status').getByText('已粘贴 7 格').waitFor();
    const row = Object.values(await figures(page));
    expect(row).toEqual(['5', '1', '0', '0', '0', '1', '7']);

    await cell(page, 'requests.received.total').click();
    await pasteFromClipboard(page, { text: '1\t2\t3\n4\t5\t6' });
    await page.getByText('没有粘贴：复制了 3 列').waitFor();
    expect(Object.values(await figures(page))).toEqual(row);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('asks about thousands and dashes', async ({ page }) => {
    await signIn(page);
    await startBlank(page, 2022);
    await cell(page, first).click();
    await pasteFromClipboard(page, { text: '1 234' });
    const dialog = page.getByRole('dialog', { name: '怎样粘贴' });
    await dialog.getByRole('button', { name: /千位分隔/ }).click();
    expect(await figures(page)).toEqual({ [first]: '1234' });

    await cell(page, first).click();
    await pasteFromClipboard(page, { text: '5\t - \t1' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await figures(page)).toEqual({ [first]: '1234' });
    await pasteFromClipboard(page, { text: '5\t - \t1' });
    await dialog.getByRole('button', { name: '按 0' }).click();
    expect(Object.values(await figures(page))).toEqual(['5', '0', '1']);
  });

  test('takes html alone, keeps formulas in their cells, and reads typed figures as they are meant', async ({
    page,
  }) => {
    await signIn(page);
    await startBlank(page, 2021);
    await cell(page, first).click();
    await pasteFromClipboard(page, { html: '<table><tr><td>12</td><td>3</td></tr></table>' });
    await page.getByRole('status').getByText('已粘贴 2 格').waitFor();
    await pasteFromClipboard(page, { text: '=SUM(B2:B7)\t1\t0' });
    await page.getByRole('status').getByText('已粘贴 3 格，其中 1 格不是数字').waitFor();
    expect(Object.values(await figures(page))).toEqual(['=SUM(B2:B7)', '1', '0']);

    const fee = cell(page, 'disclosure.administrativeFees.amount');
    await fee.fill('1263。47');
    await cell(page, first).fill('1250件');
    await cell(page, first).press('Tab');
    expect(await fee.inputValue()).toBe('1263.47');
    expect(await cell(page, first).inputValue()).toBe('1250');
    expect(await cell(page, first).getAttribute('aria-invalid')).toBe(null);
  });

  test('stays in the cell at an Enter that ends a composition, also as Safari sends it', async ({ page }) => {
    await signIn(page);
    await startBlank(page, 2020);
    await cell(page, first).click();
    const moved = (keyCode: number) =>
      page.evaluate((code) => {
        const input = document.activeElement!;
        const init = { key: 'Enter', bubbles: true, cancelable: true, keyCode: code, isComposing: false };
        input.dispatchEvent(new KeyboardEvent('keydown', init));
        return document.activeElement !== input;
      }, keyCode);
    expect(await moved(229)).toBe(false);
    expect(await moved(13)).toBe(true);
  });
});
