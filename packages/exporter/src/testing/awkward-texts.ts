import type { Report, TextBlock } from '@gongkai/schema';

/** Texts that have broken writers of documents: each must come out as text, valid, and run nothing. */
export const awkwardTexts: Readonly<Record<string, string>> = {
  markup: '正文<script>alert(1)</script>与<b>粗体</b>&nbsp;&lt;未转义&gt;<!-- 注释 -->]]>结束',
  entities: '实体&amp;&#x41;&unknown;<!ENTITY x "y">与"引号"\'单引号\'',
  typst: '#import "x": *  $x^2$ *粗* _斜_ `代码` @引用 <标签> \\换行 // 注释 /* 块 */ #eval("1")',
  formula: '=HYPERLINK("http://x.example","点击")',
  control: '控制\u0000\u0007\u001b字符\u0085与\ufffe非字符',
  direction: '方向\u202e321\u202c标记\u200f与\u2066隔离\u2069',
  surrogate: '残缺\ud800代理\udc00字符',
  private: '自造字\ue000与\u{f0000}结束',
  rare: '地名垟堽氹𠮷𬭎乸㙍与生僻字𰻝',
  lines: '第一行\n第二行\r\n第三行\u2028第四行\t制表',
  spaces: '全角　空格与  两个半角空格 与\u00a0不换行空格',
  emoji: '表情😀与👨‍👩‍👧组合与é组合é',
  ligature: 'office fi fl 2024-2025 1/2 (c) -- ...',
  variation: '葛\u{e0100}城市与邊\u{e0101}',
};

/** A report with all of them as paragraphs, headings, items and cells. */
export function awkwardReport(report: Report): Report {
  const texts = Object.values(awkwardTexts);
  const lines = texts.map((text) => text.replace(/[\n\r\u2028\u2029]+/gu, ' '));
  const blocks: TextBlock[] = [
    ...texts.map((text): TextBlock => ({ type: 'paragraph', text })),
    ...lines.map((text): TextBlock => ({ type: 'heading', text: `（一）${text}`, level: 2 })),
    { type: 'heading', level: 5, text: '深一级' },
    { type: 'list', ordered: true, start: 3, items: lines.map((text) => ({ text })) },
    { type: 'list', ordered: false, items: [{ text: '外', list: { ordered: true, start: 2, items: lines } }] },
    { type: 'table', rows: [['甲', '乙'], ...lines.map((text) => [text, '']), ['只有一格']] },
  ];
  return {
    ...report,
    title: `${report.title}<b>&"`,
    preamble: [{ type: 'paragraph', text: '' }, ...blocks],
    sections: report.sections.map((section) => ({ ...section, blocks })),
    tableNotes: Object.fromEntries(Object.keys(report.tables).map((table) => [table, lines])),
  };
}

/** A report with a paragraph of 200,000 characters without a blank, and one with blanks. */
export function longReport(report: Report): Report {
  const blocks: TextBlock[] = [
    { type: 'paragraph', text: '政府信息公开工作稳步推进'.repeat(16_700).slice(0, 200_000) },
    { type: 'paragraph', text: 'x'.repeat(5_000) },
  ];
  return { ...report, sections: report.sections.map((section, at) => (at === 0 ? { ...section, blocks } : section)) };
}
