import { describe, expect, it } from 'vitest';
import { forms } from '../../forms/registry.ts';
import type { Sample, Vector } from '../../engine/vector.ts';
import { failed, onSection, passed, skipped } from '../../testing/outcomes.ts';
import { saidBy } from '../../testing/said.ts';

const form = forms.at(-1)!;
const year = form.years.from;
const said = (id: string, sample: Omit<Vector, 'name' | 'verdict'>) => saidBy(form, id, sample);
const overview = (...text: string[]): Sample => ({ text: { overview: text } });

describe('R18, R19, R20b, R83: sentences', () => {
  const place = { section: 'problems', block: 1, start: 3, end: 0 };
  const preamble = (text: string): Sample => ({ report: { preamble: [{ type: 'paragraph', text }] } });

  it('R18 names years at the head of sentences, and in the preamble', () => {
    const text = `${year - 1}年，全镇办件。`;
    const params = { quote: text, found: year - 1, year };
    expect(said('R18', { text: { problems: ['一。', `二。 ${text}`.replace(' ', '')] } })).toEqual([
      {
        ...{ ...failed('explain', onSection), params, expected: year, actual: year - 1 },
        place: { ...place, start: 2, end: 2 + text.length },
      },
    ]);
    const titled = `现公布${year - 1}年政府信息公开工作年度报告。`;
    expect(said('R18', preamble(titled))).toEqual([
      { ...failed('explain'), params: { ...params, quote: '引言' }, expected: year, actual: year - 1 },
    ]);
    expect(said('R18', { ...preamble(titled.replace(`${year - 1}`, `${year}`)), ...overview('一。') })).toEqual(
      passed('explain', onSection),
    );
    expect(said('R18', {})).toEqual(skipped('explain', 'not_stated', onSection));
  });

  it('R19 quotes what is not finished', () => {
    expect(said('R19', { text: { problems: ['一。', '二三。全年收到件。'] } })).toEqual([
      { ...failed('hint', onSection), place: { ...place, start: 3, end: 9 }, params: { quote: '全年收到件。' } },
    ]);
    expect(said('R19', overview('一。'))).toEqual(passed('hint', onSection));
    expect(said('R19', {})).toEqual(skipped('hint', 'not_stated', onSection));
  });

  it('R20b names whom a sentence or the preamble speaks of', () => {
    const name = '云溪县青原镇人民政府';
    expect(said('R20b', { text: { problems: ['一。', '二三。我局改进。'] } })).toEqual([
      {
        ...{ ...failed('explain', onSection), place: { ...place, start: 3, end: 8 } },
        params: { quote: '我局改进。', found: '我局', name },
      },
    ]);
    expect(said('R20b', preamble(`云溪县水利局${year}年报告`))).toEqual([
      { ...failed('explain'), params: { quote: '引言', found: '县水利局', name } },
    ]);
    expect(said('R20b', preamble('引言。'))).toEqual(passed('explain', onSection));
    expect(said('R20b', overview('一。'))).toEqual(passed('explain', onSection));
    expect(said('R20b', {})).toEqual(skipped('explain', 'not_stated', onSection));
  });

  it('R83 shows personal numbers in part', () => {
    const params = { kind: '手机号码', kindEn: 'mobile number', found: '199…45' };
    expect(said('R83', { text: { problems: ['一。', '电话：19955501345'] } })).toEqual([
      { ...failed('explain', onSection), place: { ...place, end: 14 }, params },
    ]);
    expect(said('R83', overview('一。'))).toEqual(passed('explain', onSection));
    expect(said('R83', {})).toEqual(skipped('explain', 'not_stated', onSection));
  });
});
