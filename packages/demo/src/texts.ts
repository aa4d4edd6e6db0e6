import { formOfYear, valueAt, type TextBlock, type Tables } from '@gongkai/schema';
import { countyName, type DemoAgency } from './county.ts';
import { Random } from './random.ts';
import { improvements, management, openings, platforms, proactive, problems, supervision } from './sentences.ts';

/** Texts of one report by section key, and its preamble; their numbers are those of the tables. */
export interface DemoTexts {
  readonly preamble: readonly TextBlock[];
  readonly sections: Readonly<Record<string, readonly TextBlock[]>>;
}

const paragraph = (text: string): TextBlock => ({ type: 'paragraph', text });
const heading = (text: string): TextBlock => ({ type: 'heading', text, level: 2 });

/** Builds the sentences of an agency's report of a year, varied by name and year. */
export function textsOf(agency: DemoAgency, name: string, year: number, tables: Tables): DemoTexts {
  const random = new Random(`texts ${agency.name} ${year}`);
  const [first, second, third] = agency.matters;
  const [a, b] = random.pick([
    [first, second],
    [second, third],
    [third, first],
  ] as const);
  const disclosed = agency.kind === 'government' ? random.between(9_000, 14_000) : random.between(60, 900);
  const words = { name, year, next: year + 1, a, b, n: disclosed, m: random.between(2, 6) };
  const say = (choices: readonly string[]) => fill(random.pick(choices), words);
  return {
    preamble: [
      paragraph(
        `根据《中华人民共和国政府信息公开条例》，${name}编制本报告。所列数据的统计期限为${year}年1月1日至${year}年12月31日。` +
          `本报告可在${countyName}人民政府门户网站查阅和下载，有疑问请与${name}联系。`,
      ),
    ],
    sections: {
      overview: [
        paragraph(say(openings)),
        heading('（一）主动公开'),
        paragraph(say(proactive)),
        heading('（二）依申请公开'),
        paragraph(requestsSentence(year, tables)),
        heading('（三）政府信息管理'),
        paragraph(say(management)),
        heading('（四）政府信息公开平台建设'),
        paragraph(say(platforms)),
        heading('（五）监督保障'),
        paragraph(say(supervision)),
      ],
      problems: [
        paragraph(`${year}年，${name}的公开工作还存在一些不足：${say(problems)}`),
        paragraph(say(improvements)),
      ],
      other: [paragraph('本年度未收取信息处理费。没有其他需要报告的事项。')],
    },
  };
}

function fill(sentence: string, words: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word]));
}

function requestsSentence(year: number, tables: Tables): string {
  const form = formOfYear(year)!;
  const [received, carriedIn, total, carriedOut] = ['received', 'carriedIn', 'total', 'carriedOut'].map(
    (row) => valueAt(form, { tables }, `requests.${row}.total`) as number,
  );
  if (received === 0 && carriedIn === 0) return '本年度未收到政府信息公开申请。';
  const before = carriedIn === 0 ? '' : `，上年结转${carriedIn}件`;
  const after = carriedOut === 0 ? '，没有结转下年度办理的申请' : `，结转下年度继续办理${carriedOut}件`;
  return `本年度新收政府信息公开申请${received}件${before}；办结${total}件${after}。`;
}
