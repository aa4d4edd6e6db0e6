import type { ExpectedReport } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { closedAdvice, dueInWords, isUrgent, opensAdvice, timeLeft } from './deadline.ts';

const report: ExpectedReport = {
  ...{ agencyId: '01JCX0000000000000000000AA', agencyName: '云溪县水务局', year: 2021, kind: 'own' },
  ...{ collectedBy: '云溪县人民政府', dueOn: '2022-01-31', lastDay: '2022-01-31' },
  ...{ daysLeft: 11, stage: 'draft', closed: false, opensOn: null },
};

it.each([
  [11, '还有 11 天', false],
  [7, '还有 7 天', true],
  [0, '今天截止', true],
  [-3, '已逾期 3 天', true],
])('formats %i days left as “%s”', (daysLeft, words, urgent) => {
  expect(timeLeft({ daysLeft })).toBe(words);
  expect(isUrgent({ daysLeft })).toBe(urgent);
});

it('states the due day, and with an extension both days and the reason', () => {
  expect(dueInWords(report)).toBe('2022年1月31日截止');
  expect(dueInWords({ ...report, lastDay: '2022-02-10', extendedFor: '机构合并' })).toBe(
    '准予延期至2022年2月10日（原定2022年1月31日，延期原因：机构合并）',
  );
});

it('states the first day on which a report can be submitted', () => {
  expect(opensAdvice(report)).toBeUndefined();
  expect(opensAdvice({ ...report, opensOn: '2022-01-01' })).toBe('2022年1月1日起可以提交');
});

it('states whom to ask after submission is closed', () => {
  expect(closedAdvice(report)).toBeUndefined();
  expect(closedAdvice({ ...report, closed: true })).toContain('向云溪县人民政府办公室说明原因、申请延期');
});
