import { existsSync, readFileSync } from 'node:fs';
import { importDocument } from '@gongkai/importer';
import { check, formOf, type Finding } from '@gongkai/schema';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 30_000 });

/** Real reports with what was found in them by hand. Their cases stand in the rules' own vectors too. */
const corpus = new URL('../../../shared/corpus/', import.meta.url);
const fixtures = new URL('../../packages/importer/fixtures/', import.meta.url);

/** All five columns of organisations are blank, in 25 rows; two terms are not the official ones. */
const organisationsBlank = ['R10 fail 1', 'R14b fail 2', 'R29 skip 5', 'R30 skip 5', 'R31 skip 25'];
/** What a reader found when the fixtures were imported, by rule and verdict. */
const foundInFixtures: [file: string, findings: string[]][] = [
  ['qingyuan-2020.txt', ['R10 fail 1', 'R25 fail 1', 'R37 skip 1']],
  ['keji-2024.md', ['R10 fail 1', 'R14b fail 1', 'R29 skip 1', 'R31 skip 1']],
  ['shuiwu-2023.html', organisationsBlank],
  ['shuiwu-2023.docx', organisationsBlank],
  ['shuiwu-2023.xlsx', organisationsBlank],
  ['shuiwu-2023.pdf', organisationsBlank],
];
const covered = /^R(?:10|14b|2[56]|29|3[01]|3[789]|4[3-9]|5\d|51b)$/;
const counts: Readonly<Record<string, number>> = { five: 5, '25': 25 };

/** Findings by rule and verdict, as `R31 skip 25`. */
function tally(entries: readonly { rule: string; verdict: string; count: number }[]): string[] {
  const totals = new Map<string, number>();
  for (const { rule, verdict, count } of entries) {
    const name = `${rule} ${verdict}`;
    totals.set(name, (totals.get(name) ?? 0) + count);
  }
  return [...totals].map(([name, count]) => `${name} ${count}`).toSorted();
}

/** Failed and skipped findings of the covered rules. */
function open(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule, verdict }) => covered.test(rule) && verdict !== 'pass');
}

async function tallyOfDocument(folder: URL, file: string): Promise<string[]> {
  const imported = await importDocument(new Uint8Array(readFileSync(new URL(file, folder))), { fileName: file });
  if (!imported.ok) throw new Error(imported.message);
  const findings = open(check(formOf(imported.report.form), imported.report));
  return tally(findings.map((finding) => ({ ...finding, count: 1 })));
}

it.each(foundInFixtures)(
  'checks find in the fixture %s exactly what a reader found by hand',
  async (file, findings) => {
    expect(await tallyOfDocument(fixtures, file)).toEqual(findings);
  },
);

describe.runIf(existsSync(corpus))('checks on real reports beside the repository', () => {
  const rows = existsSync(corpus)
    ? readFileSync(new URL('findings.csv', corpus), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : [];

  it.each(['qingyuan-2020.txt', 'shuyang-fagai-2023.html', 'shanghai-kewei-2024.md', 'huaian-2024.pdf'])(
    'find in %s exactly what a reader found by hand',
    async (file) => {
      const document = file.replace(/\.\w+$/, '');
      const byHand = rows
        .filter(([name]) => name === document)
        .map(([, rule, where, verdict]) => ({
          rule: rule,
          verdict: verdict,
          count: counts[/(\w+) (?:columns|rows)/.exec(where)?.[1] ?? ''] ?? 1,
        }));
      expect(await tallyOfDocument(corpus, file)).toEqual(tally(byHand));
    },
  );
});
