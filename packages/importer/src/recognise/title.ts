import { soleText, type Line } from './lines.ts';

/** Title of a report and what it says. */
export interface FoundTitle {
  readonly title: string;
  /** Name of the body; empty where the title has none. */
  readonly agency: string;
  readonly year: number | undefined;
  readonly firstLine: number;
  readonly lastLine: number;
}

const reportName =
  /(?:政府信息公开|政务公开|信息公开|政府信息)(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报|总结)/u;
const digits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  Ｏ: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const yearText = /((?:19|20)\d{2}|[二一][〇○Ｏ零一二三四五六七八九]{3})年(?:度)?/u;
const longestTitle = 80;
const mostLines = 4;
/** Signs of sentences, of metadata and of a path through a site. */
const noTitle = /[。；，,;|>＞»]|(?<!标题|附件\d?)[:：]/u;

/** Finds the title among the lines before the first heading; it may be broken over a few lines. */
export function findTitle(lines: readonly Line[]): FoundTitle | undefined {
  const texts = lines.map((line) => titleText(line));
  const found: FoundTitle[] = [];
  for (let first = 0; first < texts.length; first++) {
    let joined = '';
    for (let last = first; last < texts.length && last < first + mostLines; last++) {
      if (texts[last] === undefined) break;
      joined += texts[last];
      if (joined.length > longestTitle) break;
      const title = parseTitle(joined);
      if (title) found.push({ ...title, firstLine: lines[first]!.index, lastLine: lines[last]!.index });
    }
  }
  // The most telling: with year and body, then over the fewest lines, then the first.
  const score = ({ agency, year, firstLine, lastLine }: FoundTitle) =>
    (year === undefined ? 0 : 100) + (agency === '' ? 0 : 50) - (lastLine - firstLine);
  return found.sort((a, b) => score(b) - score(a) || a.firstLine - b.firstLine)[0];
}

function titleText(line: Line): string | undefined {
  const text = soleText(line)?.replace(/\s+/gu, '');
  return text === undefined || text.length > longestTitle || noTitle.test(text) ? undefined : text;
}

function parseTitle(text: string): Pick<FoundTitle, 'title' | 'agency' | 'year'> | undefined {
  const name = reportName.exec(text);
  if (!name || text.length - name.index - name[0].length > 12) return undefined;
  const head = text.slice(0, name.index);
  const year = yearText.exec(head);
  const agency = (year ? head.slice(0, year.index) + head.slice(year.index + year[0].length) : head)
    .replace(/^(?:关于|正文|附件\d*[:：]?|标题[:：])+/u, '')
    .replace(/(?:关于|年度|的)+$/u, '');
  const tail = text.slice(name.index + name[0].length);
  if (tail !== '' && !/^[（(].*[）)]$/u.test(tail)) return undefined;
  return { title: text, agency, year: year ? yearOf(year[1]!) : undefined };
}

/** A year in figures, be they Arabic or Chinese. */
export function yearOf(text: string): number {
  return Number([...text].map((character) => digits[character] ?? character).join(''));
}
