import type { Form } from '@gongkai/schema';
import { note, type ImportNote } from '../../source/note.ts';
import type { FormGuess } from './recognise-form.ts';
import { matchKey } from '../text/match-key.ts';
import { textOf, type Line } from '../text/lines.ts';
import type { Outline } from './outline.ts';

/** Notes about the form that was recognised. */
export function formNotes({ form, found, of, foreign }: FormGuess, year: number): ImportNote[] {
  const notes: ImportNote[] = [];
  if (found === 0) notes.push(note('form-by-year', 'warning', `没有找到表格的行名列名，按 ${year} 年应用的格式读取。`));
  else if (found * 2 < of || foreign.length > 2)
    notes.push(
      note('form-doubtful', 'warning', '表格的行名列名不全，或者混有另一版格式的行名列名，请确认所用的格式。'),
    );
  const { from, to } = form.years;
  if (year < from || (to !== undefined && year > to))
    notes.push(
      note(
        'form-of-other-year',
        'warning',
        `表格用的是 ${to === undefined ? `${from} 年起` : `${from} 至 ${to} 年`}的格式，与 ${year} 年度不符，按表格原样读取。`,
      ),
    );
  return notes;
}

/** Notes about headings that differ from the official ones. */
export function outlineNotes(form: Form, { headings, repeated }: Outline): ImportNote[] {
  const notes = form.sections.flatMap((section): ImportNote[] => {
    const heading = headings.find((one) => one.section.key === section.key);
    const official = `${section.number}、${section.title}`;
    if (!heading) return [note('heading-missing', 'warning', `没有找到“${official}”的标题。`)];
    if (matchKey(heading.title) !== matchKey(section.title))
      return [
        note('heading-differs', heading.unknown ? 'warning' : 'info', `“${official}”在原文写作“${heading.title}”。`),
      ];
    return heading.number === section.number
      ? []
      : [
          note(
            'heading-number',
            'info',
            `“${official}”在原文${heading.number ? `编号为“${heading.number}”` : '没有编号'}。`,
          ),
        ];
  });
  if (repeated.length > 0)
    notes.push(note('heading-repeated', 'info', `各部分的标题另有 ${repeated.length} 处重复（如目录），没有读入。`));
  return notes;
}

const maxQuotes = 12;
const maxQuoteLength = 30;

/** Notes that quote the text before the title, and the text of a site between the title and the first paragraph. */
export function leftOutNotes(before: readonly Line[], siteFrame: readonly string[]): ImportNote[] {
  const texts = before.map(textOf).filter((text) => text !== '');
  return [
    ...(texts.length > 0
      ? [note('text-before-title', 'info', `标题前的 ${texts.length} 行文字没有读入：${quoted(texts)}。`)]
      : []),
    ...(siteFrame.length > 0
      ? [note('site-frame', 'info', `标题与正文之间网站页面的文字没有读入：${quoted(siteFrame)}。`)]
      : []),
  ];
}

function quoted(texts: readonly string[]): string {
  const shown = texts
    .slice(0, maxQuotes)
    .map((text) => `“${text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text}”`);
  return shown.join('、') + (texts.length > shown.length ? `等 ${texts.length} 处` : '');
}
