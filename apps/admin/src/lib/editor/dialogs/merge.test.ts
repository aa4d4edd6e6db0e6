import { blankReport, forms, withValue } from '@gongkai/schema';
import { describe, expect, it } from 'vitest';
import { differingFields, withContact } from '../../draft/report-fields.ts';
import { merged, proposedPicks } from './merge.ts';

const form = forms.at(-1)!;
const cells = ['requests.received.total', 'requests.granted.total', 'requests.total.total'] as const;
const common = blankReport(form, { name: '某某镇人民政府' }, form.years.from, 'own');
const mine = withContact(withValue(form, withValue(form, common, cells[0], 1), cells[1], 5), 'phone', '0000-1');
const theirs = withValue(form, withValue(form, common, cells[0], 2), cells[2], 7);
const parts = differingFields(form, mine, theirs);

describe('two changed reports', () => {
  it('get a proposal for the parts that only one side changed, and none for the others', () => {
    expect(proposedPicks(form, common, mine, theirs)).toEqual({
      'contact.phone': 'mine',
      [cells[0]]: undefined,
      [cells[1]]: 'mine',
      [cells[2]]: 'theirs',
    });
  });

  it('are merged according to the choices', () => {
    const report = merged(parts, mine, theirs, { ...proposedPicks(form, common, mine, theirs), [cells[0]]: 'mine' });
    expect(report).toEqual(withValue(form, mine, cells[2], 7));
  });

  it('are replaced by either report as a whole', () => {
    const all = (pick: 'mine' | 'theirs') => Object.fromEntries(parts.map(({ key }) => [key, pick]));
    expect(merged(parts, mine, theirs, all('mine'))).toEqual(mine);
    expect(merged(parts, mine, theirs, all('theirs'))).toBe(theirs);
  });
});
