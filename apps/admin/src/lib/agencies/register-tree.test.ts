import type { RegisterEntry } from '@gongkai/api/schemas';
import { describe, expect, it } from 'vitest';
import { found, treeStepForKey, visibleLines } from './register-tree.ts';

const entry = (id: string, parentId: string | null, divisionCode: string | null = null): RegisterEntry => ({
  ...{ id, name: `${id}名`, kind: 'department', level: 'county', parentId, divisionCode, creditCode: null },
  ...{ validFrom: '2010-01-01', dissolvedOn: null, version: '2022-01-01T00:00:00.000Z', remarks: [] },
});
const entries = [
  entry('市', null),
  entry('县', '市'),
  entry('镇', '县', '230523102'),
  entry('局', '县'),
  entry('税', null),
];
const lines = (...open: string[]) => visibleLines(entries, (id) => open.includes(id));
const ids = (shown: ReturnType<typeof lines>) => shown.map(({ entry }) => entry.id);

describe('the tree', () => {
  it('shows the children of expanded agencies only', () => {
    expect(ids(lines())).toEqual(['市', '税']);
    expect(ids(lines('县'))).toEqual(['市', '税']);
    expect(ids(lines('市', '县'))).toEqual(['市', '县', '镇', '局', '税']);
    expect(lines('市', '县')[3]).toMatchObject({ level: 3, position: 2, siblings: 2, hasChildren: false });
  });

  it('finds agencies by name or code, with all their ancestors', () => {
    expect(found(entries, ' 镇 ').map(({ id }) => id)).toEqual(['市', '县', '镇']);
    expect(found(entries, '230523').map(({ id }) => id)).toEqual(['市', '县', '镇']);
    expect(found(entries, '')).toBe(entries);
    expect(found(entries, '没有')).toEqual([]);
  });

  it('is navigated with the keyboard', () => {
    const shown = lines('市', '县');
    expect(treeStepForKey('ArrowDown', shown, '市')).toEqual({ go: '县' });
    expect(treeStepForKey('ArrowUp', shown, '县')).toEqual({ go: '市' });
    expect(treeStepForKey('ArrowUp', shown, '市')).toBeUndefined();
    expect(treeStepForKey('End', shown, '市')).toEqual({ go: '税' });
    expect(treeStepForKey('Home', shown, '局')).toEqual({ go: '市' });
    expect(treeStepForKey('ArrowRight', shown, '县')).toEqual({ go: '镇' });
    expect(treeStepForKey('ArrowRight', lines('市'), '县')).toEqual({ open: '县' });
    expect(treeStepForKey('ArrowRight', shown, '局')).toBeUndefined();
    expect(treeStepForKey('ArrowLeft', shown, '县')).toEqual({ close: '县' });
    expect(treeStepForKey('ArrowLeft', shown, '局')).toEqual({ go: '县' });
    expect(treeStepForKey('a', shown, '局')).toBeUndefined();
  });
});
