import type { Rule, Outcome } from '../../engine/rule.ts';
import { quoteOf } from '../../language/passages.ts';
import { statementsOf } from '../../language/statements.ts';

/** 国办函〔2020〕109号: charged by steps of 10 and 100 元. */
const processingFee = /信息公开处理费[^，。；元]{0,10}$|信息处理费[^。；元]{0,24}$/;

export const r56: Rule = {
  id: 'R56',
  chapter: 'E',
  severity: 'hint',
  title: { zh: '信息处理费的总额是 10 元的倍数', en: 'processing fees are a multiple of 10 yuan' },
  citation: { document: '中华人民共和国政府信息公开条例', place: '第五十条' },
  basis: ['reasoning'],
  message: {
    zh: '信息处理费写 {actual} 元。按件、按量收取的总额应是 10 元的倍数。原文：“{quote}”。请核对。',
    en: 'Processing fees of {actual} yuan: charged by piece or page, the total is a multiple of 10. "{quote}"',
  },
  test: (report) =>
    statementsOf(report)
      .flatMap(({ statements }) => statements)
      .filter(
        ({ quantity, before }) =>
          ['元', '万元'].includes(quantity.unit) && !quantity.approximate && processingFee.test(before),
      )
      .map(({ quantity, sentence }): Outcome => {
        const yuan = Math.round(quantity.value * (quantity.unit === '万元' ? 10_000 : 1) * 100) / 100;
        const { section, block, start } = sentence.place;
        return {
          verdict: yuan % 10 === 0 ? 'pass' : 'fail',
          scope: 'section',
          cells: [],
          place: { section, block, start: start + quantity.start, end: start + quantity.end },
          params: { actual: yuan, quote: quoteOf(sentence.text) },
          actual: yuan,
        };
      }),
  neverSkips: 'an amount in the text is judged by itself',
  vectors: [
    { name: 'a multiple', text: { other: ['全年收取信息处理费 3940 元。'] }, verdict: 'pass' },
    { name: 'none such', text: { other: ['全年收取信息处理费 3945 元。'] }, verdict: 'fail' },
  ],
};
