import { formOfYear } from '@gongkai/schema';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleReport } from '../testing/sample-report.ts';
import { CheckPoolFull, createCheckPool, type CheckPool } from './check-pool.ts';
import { checkReport, longText } from './check-report.ts';

const key = { agencyId: '01J00000000000000000000000', year: 2023, kind: 'own' as const };
const withText = (text: string) => {
  const report = sampleReport(key);
  const sections = report.sections.map((section) =>
    section.key === 'overview' ? { ...section, blocks: [{ type: 'paragraph' as const, text }] } : section,
  );
  return { ...report, sections };
};

describe('checks in threads', () => {
  let pool: CheckPool | undefined;
  afterEach(() => pool?.close());

  test('find what is found in this thread', async () => {
    const report = withText('2023年收到政府信息公开申请987654件。'.repeat(4_000));
    const long = await checkReport(report, {});
    expect(formOfYear(2023)!.id).toBe(report.form);
    expect(long.filter(({ rule }) => rule === 'R43').length).toBeGreaterThan(0);
    const short = await checkReport(withText('2023年收到政府信息公开申请987654件。'), {});
    expect(short.find(({ rule }) => rule === 'R43')!.message).toEqual(long.find(({ rule }) => rule === 'R43')!.message);
  }, 60_000);

  test('are given up after their time, and the next report is checked all the same', async () => {
    pool = createCheckPool({ size: 1, time: 1 });
    expect(await pool.check({ report: withText('“'.repeat(90_000)), context: {} })).toBeUndefined();
    await pool.close();
    pool = createCheckPool({ size: 1, time: 30_000 });
    expect(await pool.check({ report: withText('工作平稳。'), context: {} })).toEqual(expect.any(Array));
  }, 60_000);

  test('refuse more reports than may wait', async () => {
    pool = createCheckPool({ size: 1, waiting: 1, time: 30_000 });
    const task = { report: withText('工作平稳。'), context: {} };
    const [first, second, third] = [pool.check(task), pool.check(task), pool.check(task)];
    await expect(third).rejects.toBeInstanceOf(CheckPoolFull);
    expect((await Promise.all([first, second])).every((findings) => Array.isArray(findings))).toBe(true);
  }, 60_000);

  test('leave this thread to others while a hostile text is being checked', async () => {
    const report = withText('“'.repeat(longText + 30_000));
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    await checkReport(report, { previous: report });
    clearInterval(watch);
    expect(longest).toBeLessThan(1_000);
  }, 60_000);
});
