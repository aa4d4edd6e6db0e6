import { plain } from '../document/document.ts';
import { page } from '../document/page-layout.ts';
import { element, xmlDeclaration } from '../package/xml.ts';
import { paragraph, runsOf } from './runs.ts';
import { wordNamespace } from './styles.ts';
import { fromPoints } from './units.ts';

const root = (name: string, content: string) => xmlDeclaration + element(name, { 'xmlns:w': wordNamespace }, content);

/** The page number between dashes on one side of the page, one character in. */
export function footerPart(side: 'left' | 'right'): string {
  const field = (type: string) => element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
  const number = [
    runsOf(plain('— ')),
    field('begin'),
    element('w:r', {}, '<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    field('separate'),
    runsOf(plain('1')),
    field('end'),
    runsOf(plain(' —')),
  ];
  const inset = fromPoints(page.numberSize);
  return root(
    'w:ftr',
    paragraph('Footer', number.join(''), [
      ['w:ind', { 'w:left': inset, 'w:right': inset }],
      ['w:jc', { 'w:val': side }],
    ]),
  );
}

/** A word such as 草稿 at the head of every page: unlike a drawn watermark, every program shows and prints it. */
export function headerPart(word: string): string {
  return root('w:hdr', paragraph('Header', runsOf(plain(word))));
}
