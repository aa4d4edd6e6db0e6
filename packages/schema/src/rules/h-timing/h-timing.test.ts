import { describe, expect, it } from 'vitest';
import type { PublicationContext } from '../../engine/context.ts';
import { forms } from '../../forms/registry.ts';
import { cellsOf } from '../../layout/cells.ts';
import { sampleReport } from '../../catalogue/run-vector.ts';
import type { Sample } from '../../engine/vector.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const year = 2021;
const said = (id: string, publication?: PublicationContext, sample: Sample = {}) =>
  saidBy(form, id, { year, ...sample, ...(publication && { context: { publication } }) });
const whole = { scope: 'report', cells: [], params: {} };

describe('R68: figures changed after publication', () => {
  const first = sampleReport(form, {}, year).tables;
  const changed = cellsOf(form).filter(({ table, measure }) => table === 'requests' && measure === 'count');
  const changing = (count: number, note?: string) =>
    said(
      'R68',
      { firstPublished: first, ...(note !== undefined && { correctionNote: note }) },
      { set: Object.fromEntries(changed.slice(0, count).map(({ key }) => [key, 7])) },
    );
  const finding = (verdict: 'pass' | 'fail', count: number) => {
    const cells = changed.slice(0, count);
    const codes = cells.map(({ code }) => code).slice(0, 5);
    const params = { count, codes: codes.join('、') };
    return [{ verdict, severity: 'block', scope: 'report', cells: cells.map(({ key }) => key), params }];
  };

  it('are named, the first five by their codes', () => {
    expect(changing(2)).toEqual(finding('fail', 2));
    expect(changing(6)).toEqual(finding('fail', 6));
  });

  it('may stand with a word on them, not with blanks', () => {
    expect(changing(1, '误填。')).toEqual(finding('pass', 1));
    expect(changing(1, ' ')).toEqual(finding('fail', 1));
  });

  it('need no word where there are none, nor where there was no publication', () => {
    expect(changing(0)).toEqual(finding('pass', 0));
    expect(said('R68', {})).toEqual([{ ...whole, severity: 'block', verdict: 'skip', reason: 'no_publication' }]);
    expect(said('R68')).toMatchObject([{ verdict: 'skip' }]);
  });

  it('are told apart from blanks and refusals to answer', () => {
    const [{ key }] = changed as [(typeof changed)[number]];
    const firstPublished = sampleReport(form, { set: { [key]: { na: '—' } } }, year).tables;
    expect(said('R68', { firstPublished }, { set: { [key]: null } })).toEqual(finding('fail', 1));
  });
});

describe.each([
  ['R75', 'own', '2022-01-31', '2022-02-01'],
  ['R76', 'consolidated', '2022-03-31', '2022-04-01'],
] as const)('%s: the day by which a report of its kind is due', (id, kind, due, late) => {
  const judged = (verdict: string, on: string) => [
    { ...whole, verdict, severity: 'hint', params: { due, on }, expected: due, actual: on },
  ];
  const on = (publication?: PublicationContext) => said(id, publication, { kind });

  it('is kept on that day and missed on the next, and marks the report late', () => {
    expect(on({ publishedOn: due })).toEqual(judged('pass', due));
    expect(on({ publishedOn: late })).toEqual([{ ...judged('fail', late)[0], mark: 'late' }]);
  });

  it('is held against the later of submission and publication', () => {
    expect(on({ submittedOn: late, publishedOn: due })).toMatchObject([{ verdict: 'fail', actual: late }]);
    expect(on({ submittedOn: due, publishedOn: late })).toMatchObject([{ verdict: 'fail', actual: late }]);
    expect(on({ submittedOn: due })).toEqual(judged('pass', due));
  });

  it('is not judged without a record, and not for the other kind', () => {
    expect(on({})).toEqual([{ ...whole, severity: 'hint', verdict: 'skip', reason: 'no_publication' }]);
    const other = kind === 'own' ? 'consolidated' : 'own';
    expect(said(id, { publishedOn: late }, { kind: other })).toEqual([]);
  });

  it('may be earlier where a place says so', () => {
    const settings = { due: { own: '01-20', consolidated: '01-20' } };
    const publication = { publishedOn: due };
    expect(saidBy(form, id, { year, kind, context: { publication, settings } })).toMatchObject([
      { verdict: 'fail', expected: '2022-01-20' },
    ]);
  });
});

describe('R78: the revision that is public', () => {
  it('is compared where both are known', () => {
    const params = { accepted: 'a', published: 'b' };
    expect(said('R78', { acceptedDigest: 'a', publishedDigest: 'b' })).toEqual([
      { ...whole, verdict: 'fail', severity: 'block', params },
    ]);
    expect(said('R78', { acceptedDigest: 'a', publishedDigest: 'a' })).toMatchObject([{ verdict: 'pass' }]);
    for (const publication of [{ acceptedDigest: 'a' }, { publishedDigest: 'a' }, {}, undefined])
      expect(said('R78', publication)).toEqual([
        { ...whole, verdict: 'skip', severity: 'block', reason: 'no_publication' },
      ]);
  });
});
