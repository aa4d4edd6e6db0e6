import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { accessibilityFaults } from './src/accessibility.ts';
import { screenshot } from './src/screenshot.ts';
import { activeCell, sample, saved, signIn, test } from './src/town-clerk.ts';

describe('several files at once', () => {
  test('are read each by itself, made drafts, and held against their documents cell by cell', async ({ page }) => {
    await signIn(page);
    await page.goto('/admin/new');
    const text = (await readFile(sample, 'utf8')).replaceAll('2020', '2026');
    // An amount in words, and a row whose label is lost.
    const unsure = text.replace('\t105.650万', '\t约一百万').replace(/^\t*\(二\) 部分公开.*?\)\t(.*?)\t*$/mu, '$1');
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
  });

  test('may come in an archive: each document a line of its own, a bad archive stops none', async ({ page }) => {
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
  });
});
