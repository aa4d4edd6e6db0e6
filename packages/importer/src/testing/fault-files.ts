import { forms, type Form } from '@gongkai/schema';
import { htmlOf } from './html-layouts.ts';
import { draftOf, specimen, type Draft } from './specimen.ts';
import { layOutText, textOf } from './text-layouts.ts';

const [older, newer] = [forms[0]!, forms.at(-1)!];
const rows = 'a row a line with pipes';
const zeros = (form: Form) => specimen(form, (key) => (key.endsWith('.amount') ? '0' : 0));
const plain = (form = newer) => layOutText(form, zeros(form), rows);
const title = /^(.*年度报告)$/mu;
const preamble = /^本报告的统计期限.*$/mu;
const contact = /（地址：[^）]*）/u;
const span = /自(\d{4})年1月1日起至\d{4}年12月31日止/u;
const tableTwo = /^第二十条第（一）项[\s\S]*?(?=^\n三、)/mu;

/** The second table of the older form with distinct figures, and the rest of the report as rows. */
function withTableTwo(layout: string): string {
  const whole = specimen(older);
  const other = draftOf(older, whole);
  const two = textOf({ opening: [], closing: [], sections: [other.sections[1]!] }, layout);
  return layOutText(older, whole, rows).replace(tableTwo, `${two.slice(two.indexOf('第二十条')).trim()}\n`);
}

const opening = (draft: Draft, ...lines: readonly string[]): Draft => ({ ...draft, opening: lines });

/**
 * Text and pages with the same defects as published ones; fictional, under the names of the files next to the
 * repository.
 */
export const faultFiles: Readonly<Record<string, () => string>> = {
  'chrome.txt': () =>
    plain().replace(title, '$1\n发布日期:2022-01-24    浏览量:次    来源:云溪县财政局\n【 字体: 大 中 小 】 分享到:'),
  'contact-office-qude.txt': () =>
    plain()
      .replace(/请与(.*?)联系/u, '请及时与$1取得联系')
      .replace(
        contact,
        '（地址：云溪县长青路1号（政务中心二楼），联系电话：0000-1234567，邮编：100000，传真0000-7654321）',
      ),
  'contact-stretched.txt': () =>
    plain().replace(
      contact,
      '（地址：云溪县长青路1号 ， 邮 编 ：100000， 电 话 ：0000-1234567， 电 子 邮 箱 ：caizheng@example.com）',
    ),
  'kind-consolidated.txt': () =>
    plain()
      .replaceAll('云溪县财政局', '云溪高新技术产业开发区')
      .replace(preamble, '$&\n本报告汇总开发区各部门的情况编制。'),
  'l3-blank.txt': () => {
    const report = specimen(newer, (key) =>
      key.startsWith('disclosure.') ? (key.includes('penalties') ? 3 : null) : 0,
    );
    const two = textOf(
      { opening: [], closing: [], sections: [draftOf(newer, report).sections[1]!] },
      'each cell on a line with the pipes of the cells merged with it',
    );
    return layOutText(newer, report, rows).replace(tableTwo, `${two.slice(two.indexOf('第二十条')).trim()}\n`);
  },
  'label-misprint.txt': () => plain().replace('2.其他法律行政法规禁止公开', '2.其他法律行政止公开'),
  'lonepipe-plain.txt': () => withTableTwo('a lone pipe before each row, then one cell a line'),
  'lonepipe-tail-plain.txt': () =>
    withTableTwo('a lone pipe before each row, one cell a line, merged cells with pipes'),
  'mixed-six-four.txt': () =>
    plain()
      .replace(
        /^.*1\.申请人无正当.*\n.*2\.申请人逾期.*\n.*3\.其他 .*$/mu,
        '（六）其他处理 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
      )
      .replace(/^(一、本年新收.*?\|) 0(.*) 0 \|$/mu, '$1 4$2 4 |')
      .replace(/^(（七）总计 \|) 0(.*) 0 \|$/mu, '$1 4$2 4 |'),
  'no-agency.txt': () =>
    plain()
      .replace(title, '')
      .replace(preamble, '')
      .replace(/，本局/u, '，我局'),
  'no-tables.txt': () => plain().replaceAll(/^.*\|.*\n/gmu, ''),
  'notes-extra.html': () =>
    htmlOf(draftOf(older, specimen(older))).replace(
      /<tr>(<td[^>]*>)规范性文件.*?<\/tr>/u,
      '$&<tr>$1其他主动公开文件(除规范性文件以外的文件)</td><td>7</td><td>8</td><td>9</td></tr>',
    ),
  'one-line.txt': () =>
    plain()
      .replaceAll(/ \| ?\n?|\n/gu, '')
      .replaceAll('第二十条第（一）项', '$&||'),
  'period-lost-1.txt': () =>
    plain()
      .replace(span, '自$11月1日起至$11231日止')
      .replace(/自(\d{4})1月1日起/u, '自$111日起'),
  'r37-zero-total.txt': () =>
    plain().replace(/^(?:0 \| ){14}0 \|$/mu, '10 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 0 |'),
  'sum-qizhong.txt': () =>
    plain().replace(/全年在网站公开信息12条。/u, '公开信息共计50条，其中，通知类信息4条，处罚信息2条。'),
  'title-broken-twice.txt': () => plain().replace(/^(.*)年度报告$/mu, '$1年度报告\n$1年度报\n告'),
  'year-refused.txt': () => plain(older).replace(title, '').replace(preamble, ''),
  'site-frame.html': () => {
    const draft = draftOf(older, zeros(older));
    const [own, first] = draft.opening;
    const page = htmlOf(opening(draft, own!, first!))
      .replace('<h1>', '<p>')
      .replace('</h1>', '</p>');
    return `<!DOCTYPE html><html><head><title>年报</title></head><body>
<div><span>当前位置：</span><ul><li><a>首页</a></li><li><a>政务公开</a></li></ul></div>
<h1>${own!.replace('年政府', '年度政府')}</h1>
<div><span>来源：云溪县财政局</span><span>时间：2021-01-05 08:58</span><div><a>微信</a><a>微博</a><a>QQ空间</a></div></div>
<ul><li><a>全真版</a></li><li><a>文字版</a></li></ul><a>文件下载</a><div><span>相关链接：</span></div>
<div>${page}</div></body></html>`;
  },
};
