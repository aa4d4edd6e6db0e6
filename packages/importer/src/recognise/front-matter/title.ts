import { isFurniture } from '../text/site-furniture.ts';
import { soleText, type Line } from '../text/lines.ts';

/** Title of a report, with the body and year that it names. */
export interface FoundTitle {
  readonly title: string;
  /** Name of the body; empty if the title has none. */
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
const maxTitleLength = 80;
const maxTitleLines = 4;
/**
 * Maximum number of lines between a site's headline and the title of the document; they hold text and short menu
 * entries of the site.
 */
const maxLinesBetween = 12;
/** Characters of sentences, of metadata and of breadcrumbs. */
const noTitle = /[。；，,;|>＞»]|(?<!标题|附件\d?)[:：]/u;

/**
 * Finds the title among the lines before the first heading; it may be split over a few lines. If a site's headline and
 * the title of the document follow one another, the title of the document is used.
 */
export function findTitle(lines: readonly Line[]): FoundTitle | undefined {
  const texts = lines.map((line) => titleText(line));
  const found: FoundTitle[] = [];
  for (let first = 0; first < texts.length; first++) {
    let joined = '';
    for (let last = first; last < texts.length && last < first + maxTitleLines; last++) {
      if (texts[last] === undefined) break;
      joined += texts[last];
      if (joined.length > maxTitleLength) break;
      const title = parseTitle(joined);
      if (title) found.push({ ...title, firstLine: lines[first]!.index, lastLine: lines[last]!.index });
    }
  }
  // Prefers titles with year and body, then those on the fewest lines, then the first.
  const worth = ({ agency, year }: FoundTitle) => (year === undefined ? 0 : 100) + (agency === '' ? 0 : 50);
  const span = ({ firstLine, lastLine }: FoundTitle) => lastLine - firstLine;
  const [best] = found.toSorted((a, b) => worth(b) - worth(a) || span(a) - span(b) || a.firstLine - b.firstLine);
  if (!best) return undefined;
  const lineOf = new Map(lines.map((line) => [line.index, line]));
  const isSiteOnly = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const text = soleText(lineOf.get(at)!) ?? '';
      if (text !== '' && text.length > maxLinesBetween && !isFurniture(text)) return false;
    }
    return true;
  };
  return found.reduce(
    (own, next) =>
      worth(next) === worth(best) && next.firstLine > own.lastLine && isSiteOnly(own.lastLine + 1, next.firstLine)
        ? next
        : own,
    best,
  );
}

/** The text of a line that may be a title or a part of one. */
export function titleText(line: Line): string | undefined {
  const text = withoutFurnitureAfter(soleText(line) ?? '').replace(/\s+/gu, '');
  return text === '' || text.length > maxTitleLength || noTitle.test(text) ? undefined : text;
}

/** The title without the site's date and source on the same line. */
function withoutFurnitureAfter(text: string): string {
  const end = reportName.exec(text);
  if (!end) return text;
  const at = end.index + end[0].length;
  return text.slice(at).trim() !== '' && isFurniture(text.slice(at)) ? text.slice(0, at) : text;
}

/** Parses the part of a text that is a title. */
export function parseTitle(text: string): Pick<FoundTitle, 'title' | 'agency' | 'year'> | undefined {
  const name = reportName.exec(text);
  if (!name || text.length - name.index - name[0].length > 12) return undefined;
  const head = text.slice(0, name.index);
  const year = yearText.exec(head);
  const agency = (year ? head.slice(0, year.index) + head.slice(year.index + year[0].length) : head)
    .replace(/^(?:关于|正文|附件\d*[:：]?|标题[:：])+/u, '')
    .replace(/(?<!关于|年度|的)(?:关于|年度|的)+$/u, '');
  const tail = text.slice(name.index + name[0].length);
  if (tail !== '' && !/^[（(].*[）)]$/u.test(tail)) return undefined;
  return { title: text, agency, year: year ? yearOf(year[1]!) : undefined };
}

/** The end of the title at the beginning of a text; 0 if the text does not begin with one. */
export function endOfTitle(text: string): number {
  const name = reportName.exec(text.slice(0, maxTitleLength));
  const end = name ? name.index + name[0].length : 0;
  return end > 0 && parseTitle(text.slice(0, end).replace(/\s+/gu, '')) && !noTitle.test(text.slice(0, end)) ? end : 0;
}

/** Parses a year in Arabic or Chinese numerals. */
export function yearOf(text: string): number {
  return Number([...text].map((character) => digits[character] ?? character).join(''));
}
