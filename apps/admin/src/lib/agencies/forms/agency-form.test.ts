import type { RegisterEntry } from '@gongkai/api/schemas';
import { describe, expect, it } from 'vitest';
import { toAttributes, blankForm, agencyWarnings, toAgencyForm, possibleParents, defaultLevel } from './agency-form.ts';

const entry = (id: string, attributes: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...{ id, name: id, kind: 'department', level: 'county', parentId: null, divisionCode: null, creditCode: null },
  ...{ validFrom: '2010-01-01', dissolvedOn: null, version: '2022-01-01T00:00:00.000Z', remarks: [] },
  ...attributes,
});
const county = entry('县政府', { kind: 'government', divisionCode: '230523' });
const bureau = entry('某局', { parentId: county.id });

describe('the form of an agency', () => {
  it('converts an entry to form values and back', () => {
    const { name, kind, level, parentId, divisionCode, creditCode } = bureau;
    expect(toAttributes(toAgencyForm(bureau))).toEqual({ name, kind, level, parentId, divisionCode, creditCode });
  });

  it('derives the level from kind and parent', () => {
    expect(defaultLevel('town', county, 'county')).toBe('township');
    expect(defaultLevel('department', county, 'township')).toBe('county');
    expect(defaultLevel('government', undefined, 'township')).toBe('county');
  });

  it('offers governments as parents, and vertically led bodies to a vertically led body', () => {
    const vertical = entry('市税务局', { kind: 'verticallyLed' });
    const gone = entry('旧政府', { kind: 'government', dissolvedOn: '2020-01-01' });
    const all = [county, bureau, vertical, gone];
    expect(possibleParents('department', all, bureau.id)).toEqual([county]);
    expect(possibleParents('verticallyLed', all, bureau.id)).toEqual([vertical]);
    expect(possibleParents('government', all, county.id)).toEqual([]);
  });

  it('warns about codes and names that look wrong', () => {
    const form = { ...blankForm(county), name: '某局', divisionCode: '2305', creditCode: '91350211M0000XUF46' };
    const doubts = agencyWarnings(form, [county, bureau], undefined).join();
    expect(doubts).toContain('已有“某局”');
    expect(doubts).toContain('6 位（县级以上）或 9 位');
    expect(doubts).toContain('校验码');
    expect(agencyWarnings(toAgencyForm(bureau), [county, bureau], bureau.id)).toEqual([]);
  });
});
