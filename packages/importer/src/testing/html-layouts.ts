import type { Form, Report } from '@gongkai/schema';
import { draftOf, type Draft, type DraftBlock, type SpecimenCell } from './specimen.ts';

const cell = ({ text, colspan, rowspan }: SpecimenCell, tag = 'td') =>
  `<${tag} colspan="${colspan}" rowspan="${rowspan}">${text || '&nbsp;'}</${tag}>`;
const table = (rows: readonly (readonly SpecimenCell[])[]) =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((one) => cell(one)).join('')}</tr>`).join('\n')}</tbody></table>`;

/** A draft as the HTML of an article, without the surrounding page. */
export function htmlOf({ opening, sections, closing }: Draft): string {
  const [title, ...preamble] = opening;
  const block = (one: DraftBlock) => (typeof one === 'string' ? `<p>${one}</p>` : table(one));
  return [
    `<h1>${title}</h1>`,
    ...preamble.map(block),
    ...sections.flatMap(({ heading, blocks }) => [
      `<p>${heading.replace(/^[^、]{1,3}、/u, '<b>$&</b>')}</p>`,
      ...blocks.map(block),
    ]),
    ...closing.map(block),
  ].join('\n');
}

/** A report as the HTML of an article, without the surrounding page. */
export function layOutHtml(form: Form, report: Report): string {
  return htmlOf(draftOf(form, report));
}

/** Ways in which pages wrap and split an article. */
export const htmlLayouts: Readonly<Record<string, (article: string) => string>> = {
  'as it is': (article) => article,
  'in the frame of a site': (
    article,
  ) => `<!DOCTYPE html><html><head><title>年报</title><style>p { color: red }</style></head>
    <body><div class="nav"><a href="/">首页</a> &gt; <a href="/a">政府信息公开年报</a></div>
    <table><tr><td>索引号</td><td>000/2024-001</td><td>发布日期</td><td>2024-01-20</td></tr></table>
    <div id="zoom">${article}</div><div class="share">【打印】【关闭】</div><p>主办：云溪县人民政府办公室</p>
    <script>document.write('一、总体情况')</script></body></html>`,
  'in a table that lays out the page': (article) =>
    `<table width="900"><tr><td colspan="3">年报栏目</td></tr><tr><td></td><td>${article}</td><td></td></tr></table>`,
  'without closing tags': (article) => article.replaceAll(/<\/(?:p|td|tr|tbody)>/g, ''),
  'with each cell in paragraphs': (article) => article.replaceAll(/(<td[^>]*>)([^<]*)<\/td>/g, '$1<p>$2</p></td>'),
  'with labels broken by line breaks': (article) =>
    article.replaceAll(/([\u4e00-\u9fff]{3})([\u4e00-\u9fff]+<\/td>)/g, '$1<br />$2'),
  'with hidden and commented text': (article) =>
    article.replaceAll('<td', '<!-- 7 --><td').replaceAll('<p>', '<p><span style="display:none">99</span>'),
  'with heads that lost their row spans': (article) => article.replaceAll(/ rowspan="[23]"/g, ''),
};
