import { existsSync, readFileSync } from 'node:fs';
import { importDocument } from '@gongkai/importer';
import { check, formOf, type Finding } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';

/** Real reports with what was found in them by hand. Their cases stand in the rules' own vectors too. */
const corpus = new URL('../../../shared/corpus/', import.meta.url);
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

describe.runIf(existsSync(corpus))('checks on real reports', () => {
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
      const imported = await importDocument(new Uint8Array(readFileSync(new URL(file, corpus))), { fileName: file });
      if (!imported.ok) throw new Error(imported.message);
      const findings = open(check(formOf(imported.report.form), imported.report));
      const byHand = rows
        .filter(([name]) => name === document)
        .map(([, rule, where, verdict]) => ({
          rule: rule,
          verdict: verdict,
          count: counts[/(\w+) (?:columns|rows)/.exec(where)?.[1] ?? ''] ?? 1,
        }));
      expect(tally(findings.map((finding) => ({ ...finding, count: 1 })))).toEqual(tally(byHand));
    },
    30_000,
  );
});
