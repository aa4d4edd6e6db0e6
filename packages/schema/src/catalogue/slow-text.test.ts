import { describe, expect, it } from 'vitest';
import { forms } from '../forms/registry.ts';
import { limits } from '../report/limits.ts';
import { sampleReport } from './run-vector.ts';
import { check } from './catalogue.ts';

/** Pieces that make patterns try again and again when repeated; with them every expression over text is run. */
const pieces = [
  ' ',
  '\n',
  '，',
  '。',
  '（',
  '、',
  '1',
  '1,',
  '1.',
  '9件',
  '1件，',
  '一',
  '十',
  '其中',
  '其中1件',
  '1件其中',
  '包括1件',
  '公民、法人或者其他组织',
  '政府信息公开申请',
  '收到',
  '收到政府信息公开申请1件，',
  '未收到政府信息公开',
  '的',
  '全年共',
  '占1%',
  '1%，',
  '予以公开1件，',
  '行政复议1件，',
  '行政诉讼',
  '未发生',
  '均获维持',
  '无',
  '2020年',
  '2020年，',
  '信息公开条例（国务院令第',
  '国办公开办函〔',
  '我局',
  '13000000000',
  '110105194912310021',
  '处理费',
  '共　条，',
  '现行有效的规范性文件',
  '上年结转',
  '办结率1%',
  '0000-',
  'a',
];

const form = forms.at(-1)!;
const longest = limits.paragraph;
/** Ordinary prose of the same length, so that the limit is a ratio and not the speed of a machine. */
const ordinary = timed('本镇逐月检查各栏目的更新情况，收到申请后二十个工作日内答复，并把检查结果通报各科室。');

function timed(piece: string): number {
  const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
  const report = sampleReport(form, {
    text: { overview: [text], problems: [text], other: [text] },
    report: {
      preamble: [{ type: 'paragraph', text }],
      contact: { phone: text.slice(0, limits.line), website: text.slice(0, limits.line) },
    },
  });
  const start = performance.now();
  check(form, report, { previous: report });
  return performance.now() - start;
}

describe('checks over the longest paragraphs', () => {
  it.each(pieces)(
    'take no more than their share of time on %j',
    (piece) => {
      expect(timed(piece)).toBeLessThan(Math.max(ordinary * 25, 5_000));
    },
    60_000,
  );
});
