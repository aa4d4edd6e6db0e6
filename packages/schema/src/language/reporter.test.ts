import { describe, expect, it } from 'vitest';
import { isShortFor, reportersNamed, strangeSelves } from './reporter.ts';

describe('words for itself', () => {
  it.each([
    ['我局', '云溪县水利局'],
    ['我镇', '云溪县青原镇人民政府'],
    ['我乡', '云溪县白石乡人民政府'],
    ['我街道', '云溪县城关街道办事处'],
    ['我厅', '某省水利厅'],
    ['我委', '云溪县卫生健康委员会'],
  ])('%s fits %s, and none else', (self, name) => {
    expect(strangeSelves(`今年${self}公开信息。`, name)).toEqual([]);
    expect(strangeSelves(`今年${self}公开信息。`, '云溪县审计中心')).toEqual([self]);
    expect(strangeSelves(`今年 ${[...self].join(' ')} 公开信息。`, '云溪县审计中心')).toEqual([self]);
  });

  it('are others’ where they are quoted, and county and city are areas', () => {
    expect(strangeSelves('群众问“我局何时公开”。', '青原镇人民政府')).toEqual([]);
    expect(strangeSelves('“一”我局“二”', '青原镇人民政府')).toEqual(['我局']);
    expect(strangeSelves('我县、我市、我省。', '青原镇人民政府')).toEqual([]);
    expect(strangeSelves('我局和我委。', '青原镇人民政府')).toEqual(['我局', '我委']);
  });
});

describe('bodies named as the reporter', () => {
  it.each(['水利局', '卫健委员会', '白石乡人民政府', '县政府办公室', '城关镇街道办事处', '省水利厅'])('%s', (body) => {
    expect(reportersNamed(`现公布某某${body}2025年度报告。`, '云溪县青原镇人民政府')).toHaveLength(1);
  });

  it('are others than this one, in full or in short', () => {
    const name = '云溪县科学技术局';
    expect(reportersNamed('云溪县科学技术局2025年报告', name)).toEqual([]);
    expect(reportersNamed('溪县科技局2025年报告', name)).toEqual([]);
    expect(reportersNamed('云溪县水利局 2025 年报告，云溪县司法局2024年报告', name)).toEqual(['县水利局', '县司法局']);
    expect(reportersNamed('云溪县水利局的报告，云溪县水利局1998年报告，利局2025年', name)).toEqual([]);
  });
});

it('a short name has all its characters in the full one, in order', () => {
  expect(isShortFor('市科委', '某某市科学技术委员会')).toBe(true);
  expect(isShortFor('', '任何')).toBe(true);
  expect(isShortFor('科市委', '某某市科学技术委员会')).toBe(false);
  expect(isShortFor('市科委局', '某某市科学技术委员会')).toBe(false);
});
