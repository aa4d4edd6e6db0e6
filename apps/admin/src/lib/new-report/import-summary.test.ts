import { blankReport, forms, withValue } from '@gongkai/schema';
import { expect, it } from 'vitest';
import { countCells, lengthOfText, namesOtherAgency } from './import-summary.ts';

const form = forms.at(-1)!;
const blank = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');

it('counts numbers, blank, not applicable and unread cells separately', () => {
  const filled = withValue(form, withValue(form, blank, 'requests.received.total', 0), 'requests.granted.total', {
    na: '/',
  });
  const counts = countCells(filled, {
    'requests.received.total': { raw: '0', certainty: 'inferred' },
    'requests.carriedIn.total': { raw: '?', certainty: 'unread' },
  });
  expect(counts).toEqual({ all: 200, numbers: 1, blank: 197, notApplicable: 1, unread: 1, inferred: 1 });
});

it('accepts a name with or without the places above it as the same agency', () => {
  expect(namesOtherAgency('某某县青山镇人民政府', '青山镇人民政府')).toBe(false);
  expect(namesOtherAgency('青山 镇人民政府', '某某县青山镇人民政府')).toBe(false);
  expect(namesOtherAgency('白水镇人民政府', '青山镇人民政府')).toBe(true);
  expect(namesOtherAgency('', '青山镇人民政府')).toBe(false);
});

it('counts the characters of a section, its tables included', () => {
  const report = {
    ...blank,
    sections: [
      {
        key: 'overview',
        blocks: [
          { type: 'paragraph' as const, text: '全年 平稳。' },
          { type: 'table' as const, rows: [['甲', '1']] },
        ],
      },
    ],
  };
  expect(lengthOfText(report, 'overview')).toBe(7);
  expect(lengthOfText(report, 'other')).toBe(0);
});
