import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseReport, withValue, formOf, type Report } from '@gongkai/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

const fixtures = fileURLToPath(new URL('../../../../packages/importer/fixtures/', import.meta.url));
const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
const sample = join(fixtures, 'qingyuan-2020.txt');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function importSample(): Promise<Report> {
  const parsed = parseReport(JSON.parse((await runCommand('import', sample)).out));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.report;
}

describe('gongkai export', () => {
  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF-'],
    ['xlsx', 'PK'],
    ['html', '<h1'],
    ['csv', 'section,'],
    ['json', '{"$schema"'],
  ])(
    'writes the sample as %s',
    async (format, start) => {
      const out = join(folder, `sample.${format}`);
      const { code, notes } = await runCommand('export', sample, '--format', format, '-o', out);
      expect(code).toBe(0);
      expect(notes).toContain('已写入');
      expect(readFileSync(out, 'latin1').startsWith(start)).toBe(true);
    },
    60_000,
  );

  it('prints text, and asks where to write what is none', async () => {
    const text = await runCommand('export', sample, '--format', 'html');
    expect(text.out).toContain('<table border="1"');
    const binary = await runCommand('export', sample, '--format', 'docx');
    expect(binary).toMatchObject({ code: 1, notes: expect.stringContaining('请用 -o') });
  });

  it('refuses formats and days that there are none of', async () => {
    expect((await runCommand('export', sample, '--format', 'doc')).code).toBe(2);
    expect((await runCommand('export', sample)).code).toBe(2);
    expect((await runCommand('export', sample, '--format', 'html', '--signed-on', '2026-13-01')).code).toBe(2);
  });
});

describe('gongkai figures', () => {
  it('prints the figures of the sample byte for byte and the blanks beside it', async () => {
    const { code, out, notes } = await runCommand('figures', sample);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(fixtures, 'qingyuan-2020.figures.csv'), 'utf8'));
    expect(notes).toMatch(/^注意：四\.行政复议有 5 格空白.*\n$/);
  });

  it.runIf(existsSync(corpus))('prints the figures of a real report beside the repository byte for byte', async () => {
    const { out } = await runCommand('figures', join(corpus, 'qingyuan-2020.txt'));
    expect(out).toBe(readFileSync(join(corpus, 'qingyuan-2020.figures.csv'), 'utf8'));
  });

  it.each([
    ['a file that is not there', join(folder, 'none.txt'), '没有这个文件'],
    ['a folder', folder, '这是文件夹'],
    ['an empty file', file('empty.txt', ''), '文件是空的'],
    [
      'a picture',
      file(
        'picture.png',
        Uint8Array.from({ length: 500 }, (_, index) => (index * 7) % 256),
      ),
      '不是文字',
    ],
    [
      'another text',
      file('letter.txt', '各位同事：\n下周一上午九点开会。\n'.repeat(20)),
      '不像政府信息公开工作年度报告',
    ],
    ['half a JSON', file('half.json', '{ "form": '), '不是完整的 JSON'],
    ['another JSON', file('other.json', '{ "form": "form-1999" }'), '不是年度报告'],
    ['50 MB', file('big.txt', new Uint8Array(50 * 2 ** 20)), '超过 20 MB'],
  ])('says in one line what is wrong with %s', async (_name, path, words) => {
    const { code, out, notes } = await runCommand('figures', path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toMatch(/^[^\n]+\n$/);
    expect(notes).toContain(words);
  });
});

describe('gongkai import', () => {
  it('writes the JSON of the report, from which the same figures come', async () => {
    const path = join(folder, 'report.json');
    const { code, out, notes } = await runCommand('import', sample, '-o', path);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(notes).toContain(`已写入 ${path}`);
    expect((await runCommand('figures', path)).out).toBe((await runCommand('figures', sample)).out);
  });

  it('says where it cannot write', async () => {
    const { code, notes } = await runCommand('import', sample, '-o', join(folder, 'no', 'report.json'));
    expect(code).toBe(1);
    expect(notes).toContain('没有这个文件夹');
  });
});

describe('gongkai check', () => {
  it('groups what it found by gravity and ends with 1 where something blocks', async () => {
    const { code, out } = await runCommand('check', sample);
    expect(code).toBe(1);
    expect(out).toMatch(/须改正（1 项）\n {2}R10 {2}四\.行政复议\.结果维持 等 5 格/);
    expect(out).toMatch(/未核对（\d+ 项）[^]*没有上一年度报告/);
    expect(out).toMatch(/结论：须改正后才能提交。\n$/);
  });

  it('prints every finding as JSON, passes and skips included', async () => {
    const { code, out } = await runCommand('check', sample, '--json');
    const { findings } = JSON.parse(out) as { findings: { rule: string; verdict: string }[] };
    expect(code).toBe(1);
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['pass', 'fail', 'skip']));
  });

  it('ends with 0 where nothing blocks, and compares with the year before', async () => {
    const report = await importSample();
    const form = formOf(report.form);
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const filled = results.reduce((current, name) => withValue(form, current, `四.行政复议.${name}`, 0), report);
    const path = file('filled.json', JSON.stringify(filled));
    const alone = await runCommand('check', path);
    expect(alone.code).toBe(0);
    expect(alone.out).toContain('结论：没有必须改正的问题。');

    const before = withValue(form, { ...filled, year: 2019 }, '三.四.总计', 3);
    const compared = await runCommand('check', path, '--previous', file('before.json', JSON.stringify(before)));
    expect(compared.code).toBe(0);
    expect(compared.out).toMatch(/须改正或说明（\d+ 项）[^]*R60 .*三\.二\.总计/);
  });

  it('refuses a report of another year as that of the year before', async () => {
    const { code, notes } = await runCommand('check', sample, '--previous', sample);
    expect(code).toBe(2);
    expect(notes).toContain('需要 2019 年度的');
  });

  it('ends with 2 where there is nothing to check', async () => {
    const { code, out } = await runCommand('check', file('blank.txt', ' \n'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
