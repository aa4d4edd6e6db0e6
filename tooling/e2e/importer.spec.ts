import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { figuresCsv } from '@gongkai/exporter/csv';
import { importDocument, type ImportSuccess } from '@gongkai/importer';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './src/browser.ts';

const fixtures = fileURLToPath(new URL('../../packages/importer/fixtures/', import.meta.url));
const fixture = (name: string) => readFileSync(join(fixtures, name));
const folder = mkdtempSync(fileURLToPath(new URL('node_modules/.importer-', import.meta.url)));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A script of a page that takes these readers and recognition, as one file. */
async function bundle(name: string, readers: readonly string[]): Promise<string> {
  const entry = join(folder, `${name}.js`);
  const imports = readers.map((reader) => `export * from '@gongkai/importer/read/${reader}';`);
  writeFileSync(entry, [...imports, "export { recognise } from '@gongkai/importer/recognise';"].join('\n'));
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { outDir: name, lib: { entry, name: 'importer', formats: ['iife'], fileName: () => 'page.js' } },
  });
  return join(folder, name, 'page.js');
}

describe('a page that reads documents itself', () => {
  it('reads a Word file and pasted text, without any PDF code', async () => {
    const script = await bundle('docx-and-text', ['docx', 'text']);
    expect(readFileSync(script, 'utf8')).not.toMatch(/pdfjs|GlobalWorkerOptions|node:/);
    const tab = await browser.newPage();
    await tab.addScriptTag({ path: script });
    const read = (call: string, input: string) =>
      tab.evaluate<ImportSuccess['report']>(`importer.recognise(importer.${call}(${input})).report`);
    const bytes = JSON.stringify([...fixture('shuiwu-2023.docx')]);
    expect(figuresCsv(await read('readDocx', `new Uint8Array(${bytes})`))).toBe(
      fixture('shuiwu-2023.figures.csv').toString(),
    );
    const text = JSON.stringify(fixture('qingyuan-2020.txt').toString());
    expect(figuresCsv(await read('readText', text))).toBe(fixture('qingyuan-2020.figures.csv').toString());
    await tab.close();
  });

  it('that only takes pasted text stays small', async () => {
    const script = readFileSync(await bundle('text', ['text']));
    expect(script.toString()).not.toMatch(/pdfjs|unzipSync|parse5/);
    expect(gzipSync(script).length).toBeLessThan(90 * 1024);
  });
});

it('reads a page that Chromium has printed', async () => {
  const tab = await browser.newPage();
  const style = '<style>table { border-collapse: collapse } td { border: 1px solid; break-inside: avoid }</style>';
  await tab.setContent(style + fixture('shuiwu-2023.html').toString());
  const result = await importDocument(new Uint8Array(await tab.pdf()));
  await tab.close();
  if (!result.ok) throw new Error(result.message);
  expect(figuresCsv(result.report)).toBe(fixture('shuiwu-2023.figures.csv').toString());
});
