import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

const fixtures = fileURLToPath(new URL('../../../../packages/importer/fixtures/', import.meta.url));
const fixture = (name: string) => new Uint8Array(readFileSync(join(fixtures, name)));
const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const letter = strToU8('各位同事：\n下周一上午九点开会。\n'.repeat(20));
const documents = {
  '2020/青原镇.txt': fixture('qingyuan-2020.txt'),
  '2023/水务局.html': fixture('shuiwu-2023.html'),
  '2024/科技局.md': fixture('keji-2024.md'),
  '2024/科技局.txt': fixture('keji-2024.md'),
  '通知.txt': letter,
  '~$青原镇.docx': letter,
  'nested.zip': zipSync({ 'a.txt': letter }),
};
const source = join(folder, 'reports');
const zip = join(folder, 'reports.zip');

beforeAll(() => {
  for (const year of ['2020', '2023', '2024']) mkdirSync(join(source, year), { recursive: true });
  for (const [name, bytes] of Object.entries(documents)) writeFileSync(join(source, name), bytes);
  writeFileSync(zip, zipSync(documents));
});

describe.each([
  ['a folder', source],
  ['a zip archive', zip],
])('gongkai import of %s', (name, path) => {
  const out = join(folder, `out-${name}`);

  it('writes a report for each document, names the others with their reasons, and ends with 1', async () => {
    const result = await runCommand('import', path, '--out', out);
    expect(result.code).toBe(1);
    expect(new Set(readdirSync(out, { recursive: true, encoding: 'utf8' }))).toEqual(
      new Set([
        '2020',
        '2020/青原镇.json',
        '2023',
        '2023/水务局.json',
        '2024',
        '2024/科技局.md.json',
        '2024/科技局.txt.json',
      ]),
    );
    expect(result.out).toMatch(/^ {2}文件 +机关 +年度 +读入 +空白 +推断 +未读\n/u);
    expect(result.out).toMatch(/\n {2}2020\/青原镇\.txt +宝清县青原镇人民政府 +2020 +193 +5 +0 +0\n/u);
    expect(result.out).toMatch(/\n {2}2024\/科技局\.md +\S+ +2024 +\d+ +1 +70 +0\n/u);
    expect(result.out).toMatch(/\n {2}通知\.txt +这份文件不像/u);
    expect(result.out).toMatch(/\n {2}nested\.zip +\S*压缩包/u);
    expect(result.out).toMatch(/\n共 6 个文件：读入 4 个，没有读入 2 个。\n$/u);
    expect(result.notes).toContain('已处理 6/6\n');
    const figures = await runCommand('figures', join(out, '2020/青原镇.json'));
    expect(figures.out).toBe(readFileSync(join(fixtures, 'qingyuan-2020.figures.csv'), 'utf8'));
  });
});

it('ends with 0 where every document was read', async () => {
  const { code } = await runCommand('import', join(source, '2020'), '--out', join(folder, 'out-2020'));
  expect(code).toBe(0);
});

it('takes year and agency from the command line where a document states neither', async () => {
  const name = join(folder, '无标题.txt');
  const text = new TextDecoder().decode(fixture('qingyuan-2020.txt')).replaceAll(/20\d\d\s*年?/gu, '');
  writeFileSync(name, text.replace(/^.*年度报告.*$/mu, ''));
  const asked = await runCommand('import', name);
  expect(asked.code).toBe(1);
  expect(asked.notes).toContain('--year');
  const told = await runCommand('import', name, '--year', '2020', '--agency', '云溪县水务局');
  expect(told.code).toBe(0);
  expect(JSON.parse(told.out)).toMatchObject({ year: 2020 });
  expect((await runCommand('import', name, '--year', '二〇二〇')).code).toBe(2);
});

it.each([
  ['no folder to write to', [source], 2, '--out'],
  ['the same folder to write to', [source, '--out', source], 2, '另给一个文件夹'],
  ['an archive that is none', [join(folder, 'broken.zip'), '--out', join(folder, 'x')], 1, '已损坏'],
])('says what to do with %s', async (_name, args, exitCode, words) => {
  writeFileSync(join(folder, 'broken.zip'), letter);
  const { code, out, notes } = await runCommand('import', ...args);
  expect({ code, out }).toEqual({ code: exitCode, out: '' });
  expect(notes).toContain(words);
});

describe('gongkai figures', () => {
  it('names beside the figures each one that was inferred, with its value', async () => {
    const { out, notes } = await runCommand('figures', join(fixtures, 'keji-2024.md'));
    expect(out).toBe(readFileSync(join(fixtures, 'keji-2024.figures.csv'), 'utf8'));
    expect(notes).toContain('推断的数，请对照原文确认（70 格）：\n');
    expect(notes).toContain(
      '\n  三.（四）2：自然人 6，商业企业 0，科研机构 0，社会公益组织 0，法律服务机构 0，其他 0，总计 6\n',
    );
    expect(notes).not.toContain('没有读入的数');
  });

  it('names beside the figures each one that was not read', async () => {
    const path = join(folder, 'cut.txt');
    writeFileSync(path, readFileSync(join(fixtures, 'qingyuan-2020.txt'), 'utf8').replace(/^规章\t.*$/mu, ''));
    const { out, notes } = await runCommand('figures', path);
    expect(out).toContain('\n二,规章,本年新制作数量,\n');
    expect(notes).toContain(
      '没有读入的数，请对照原文填写（3 格）：\n  二.规章：本年新制作数量，本年新公开数量，对外公开总数量\n',
    );
  });

  it('takes figures as CSV as every other kind', async () => {
    const { code, notes } = await runCommand('figures', join(fixtures, 'qingyuan-2020.figures.csv'));
    expect({ code, notes }).toEqual({
      code: 0,
      notes: '注意：数据文件没有机关名称，请填写。\n注意：数据文件没有年度，按文件名读作 2020 年，请确认。\n',
    });
  });
});
