import type { AgencyKind, AgencySummary } from '@gongkai/api/schemas';
import { expect, it } from 'vitest';
import { groupByKind } from './agency-kinds.ts';

const agency = (name: string, kind: AgencyKind): AgencySummary => ({
  id: name,
  name,
  kind,
  parentId: null,
  reportCount: 1,
  latestYear: 2024,
  dissolvedOn: null,
});

it('lists kinds in the official order, agencies in the given one', () => {
  const groups = groupByKind([
    agency('青原镇', 'town'),
    agency('教育局', 'department'),
    agency('财政局', 'department'),
    agency('县政府', 'government'),
  ]);
  expect(groups.map(({ label, agencies }) => [label, ...agencies.map(({ name }) => name)])).toEqual([
    ['人民政府', '县政府'],
    ['政府部门', '教育局', '财政局'],
    ['镇', '青原镇'],
  ]);
});
