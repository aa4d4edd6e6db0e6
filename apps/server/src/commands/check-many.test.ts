import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformTables, blankReport, formOfYear, withValue, type Report } from '@gongkai/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-check-many-'));
afterAll(() => rmSync(folder, { recursive: true }));

const form = formOfYear(2024)!;
const fee = 'disclosure.administrativeFees.amount';

function reportOf(name: string): Report {
  const blank = blankReport(form, { name }, 2024, 'own');
  const sections = blank.sections.map(({ key }) => ({
    key,
    blocks: [
      {
        type: 'paragraph' as const,
        text: '主动公开有序，依申请公开规范，信息管理严格，平台建设稳步，监督保障到位。存在问题：更新不够及时；改进措施：按周检查。未收取信息处理费。',
      },
    ],
  }));
  return withValue(form, { ...blank, sections, tables: { ...blank.tables, ...uniformTables(form, 0) } }, fee, '0');
}

const sound = reportOf('云溪县水利局');
const broken = withValue(form, reportOf('云溪县林业局'), '三.（一）.自然人', 3);

async function checkLines(lines: readonly (string | object)[], ...args: string[]) {
  const path = join(folder, 'reports.jsonl');
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return runCommand('check', '--many', path, ...args);
}

describe('gongkai check --many', () => {
  it('names each report in which something was found, sums up beside, and ends with 1 where something blocks', async () => {
    const { code, out, notes } = await checkLines([sound, '', broken]);
    expect(out).toMatch(/^第 3 行 云溪县林业局 2024 年度：须改正 2 项（R30、R31）[^\n]*\n$/);
    expect(notes).toMatch(/已核对 1 份\n共核对 2 份：须改正 1 份，[^]*没有问题 1 份；跳过 0 行。\n$/);
    expect(code).toBe(1);
  });

  it('knows the day: a period that is still running has not been reported on', async () => {
    const early = { ...sound, period: { from: '2024-01-01', to: '2099-12-31' } };
    const { out } = await checkLines([early, sound]);
    expect(out).toMatch(/^第 1 行 [^\n]*R79[^\n]*\n$/);
    const path = join(folder, 'early.json');
    writeFileSync(path, JSON.stringify(early));
    expect((await runCommand('check', path)).out).toContain('R79');
  });

  it('ends with 0 where nothing blocks', async () => {
    expect(await checkLines([sound, sound])).toMatchObject({ code: 0, out: '' });
  });

  it('names bad lines with the reason, skips them, and ends with 2', async () => {
    const { code, out, notes } = await checkLines(['{', { ...sound, remark: 1 }, { form: 'form-1999' }, broken]);
    expect(notes).toContain('第 1 行：这一行不是 JSON，已跳过。');
    expect(notes).toContain('第 2 行：不认识的字段：remark，已跳过。');
    expect(notes).toMatch(/第 3 行：form 不认识的格式/);
    expect(notes).toContain('跳过 3 行');
    expect(out).toContain('云溪县林业局');
    expect(code).toBe(2);
  });

  it('passes over a line that is longer than any report, without holding it', async () => {
    const { code, out, notes } = await checkLines([`"${'长'.repeat(8_000_000)}"`, broken]);
    expect(notes).toContain('第 1 行：超过 20 MB');
    expect(out).toContain('第 2 行 云溪县林业局');
    expect(code).toBe(2);
  });

  it('prints a report a line as JSON, with the wrong cell', async () => {
    const { out } = await checkLines([broken, sound], '--json');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ line: 1, agency: { name: '云溪县林业局' }, year: 2024, kind: 'own' }]);
    const { findings } = lines[0] as { findings: { rule: string; suspects?: object[] }[] };
    expect(findings.find(({ rule }) => rule === 'R31')!.suspects).toMatchObject([
      { cell: 'requests.granted.naturalPersons', value: 0 },
    ]);
  });

  it.each([
    ['a file that is not there', ['--many', join(folder, 'none')], '没有这个文件'],
    ['an empty file', ['--many', (writeFileSync(join(folder, 'empty'), '\n'), join(folder, 'empty'))], '没有报告'],
    ['nothing', [], '二者选一'],
    ['both', ['a', '--many', 'b'], '二者选一'],
    ['a year before', ['--many', 'b', '--previous', 'c'], '不能与 --many 合用'],
  ])('refuses %s in one line, and ends with 2', async (_name, args, words) => {
    const { code, out, notes } = await runCommand('check', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(words);
  });
});
