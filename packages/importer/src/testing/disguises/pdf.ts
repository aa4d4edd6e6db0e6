import { read, unread, type Disguises } from './disguise.ts';

/** Width and height of the characters in points: small, so that text next to a figure stays in its cell. */
const width = 5;

const hexOf = (text: string) =>
  [...text].map((character) => character.codePointAt(0)!.toString(16).padStart(4, '0')).join('');

/** Operators for text at an offset from the position of the figure, which is the origin. */
const at = (text: string, x: number, y = 0, before = '', size = width) =>
  `q BT ${before} /F1 ${size} Tf ${x} ${y} Td <${hexOf(text)}> Tj ET Q`;
const twice = (x: number, y = 0, before = '') => read((figure) => `${at(figure, 0)} ${at(figure, x, y, before)}`);

/** Disguises of figures in a PDF, as operators with the position of the figure as origin, 5 points per character. */
export const pdfDisguises: Disguises = {
  'drawn twice at the same place': twice(0),
  'drawn twice, 0.3 to the right': twice(0.3),
  'drawn twice, 0.5 to the right and down': twice(0.5, -0.5),
  'drawn twice, 0.4 to the left': twice(-0.4),
  'drawn twice with a grey shadow': read((figure) => `${at(figure, 0.5, -0.5, '0.6 g')} ${at(figure, 0)}`),
  'drawn four times': read((figure) => [0, 0.25, 0.5, 0.75].map((x) => at(figure, x)).join(' ')),
  'drawn twice character by character': read((figure) =>
    [...figure].map((one, index) => `${at(one, index * width)} ${at(one, index * width + 0.3)}`).join(' '),
  ),
  'drawn once whole and once by character': read(
    (figure) => `${at(figure, 0)} ${[...figure].map((one, index) => at(one, index * width + 0.2)).join(' ')}`,
  ),
  'drawn twice, the copy marked as no text': read(
    (figure) => `${at(figure, 0)} /Span << /ActualText <feff> >> BDC ${at(figure, 0.3)} EMC`,
  ),
  'drawn by fill and stroke': read((figure) => at(figure, 0, 0, '2 Tr 0.2 w')),
  'under invisible text': read((figure, stray) => `${at(figure, 0)} ${at(stray, 0, 0, '3 Tr')}`),
  'beside invisible text': read((figure, stray) => `${at(figure, 0)} ${at(stray, figure.length * width, 0, '3 Tr')}`),
  'beside text that only clips': read((figure, stray) => `${at(figure, 0)} ${at(stray, 6, 0, '7 Tr')}`),
  'beside white text': read((figure, stray) => `${at(figure, 0)} ${at(stray, figure.length * width, 0, '1 g')}`),
  'beside text without opacity': read((figure, stray) => `${at(figure, 0)} q /G0 gs ${at(stray, 6)} Q`),
  'beside text clipped away': read(
    (figure, stray) => `${at(figure, 0)} q -500 -500 1 1 re W n ${at(stray, figure.length * width)} Q`,
  ),
  'written over a figure painted out': read(
    (figure, stray) => `${at(stray, 0)} q 1 g -1 -2 ${stray.length * width + 2} 8 re f Q ${at(figure, 0)}`,
  ),
  'after a struck-out figure': read(
    (figure, stray) =>
      `${at(stray, 0)} 0.4 w 0 1.75 m ${stray.length * width} 1.75 l S ${at(figure, stray.length * width + 1)}`,
  ),
  'after a figure struck out by a thin shape': read(
    (figure, stray) => `${at(stray, 0)} 0 1.6 ${stray.length * width} 0.4 re f ${at(figure, stray.length * width + 1)}`,
  ),
  'with a raised note mark': read(
    (figure, stray) => `${at(figure, 0)} ${at(stray.slice(-1), figure.length * width, 2, '', 3)}`,
  ),
  'with a raised note mark by text rise': read(
    (figure, stray) =>
      `BT /F1 ${width} Tf 0 0 Td <${hexOf(figure)}> Tj 1.5 Ts /F1 2.8 Tf <${hexOf(stray.slice(-1))}> Tj 0 Ts ET`,
  ),
  'with a bracketed note mark': read(
    (figure, stray) => `${at(figure, 0)} ${at(`[${stray.slice(-1)}]`, figure.length * width, 1.8, '', 3)}`,
  ),
  'with its last digit painted out': unread(
    (figure) => `${at(figure, 0)} q 1 g ${(figure.length - 1) * width} -1 ${width} 8 re f Q`,
  ),
  'with its first digit clipped away': unread(
    (figure) => `q ${width + 2.6} -4 ${figure.length * width + 20} 30 re W n ${at(figure, 0)} Q`,
  ),
  'over a different figure': unread((figure, stray) => `${at(figure, 0)} ${at(stray, 1.5)}`),
  'with the same figure half a character away': unread((figure) => `${at(figure, 0)} ${at(figure, 2)}`),
  'beside small digits on the line': unread(
    (figure, stray) => `${at(figure, 0)} ${at(stray, figure.length * width, 0, '', 3)}`,
  ),
  'beside pale digits': unread((figure, stray) => `${at(figure, 0)} ${at(stray, figure.length * width, 0, '0.8 g')}`),
};

const place = [
  [40, 60],
  [210, 60],
  [380, 60],
  [40, 260],
  [210, 260],
  [380, 260],
  [40, 460],
  [210, 460],
  [380, 460],
  [40, 660],
  [210, 660],
] as const;
const turned = (text: string, angle: number, before: string, size = 14) => {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return place
    .map(
      ([x, y]) =>
        `q BT ${before} /F1 ${size} Tf ${[cos, sin, -sin, cos].map((one) => one.toFixed(4)).join(' ')} ${x} ${y} Tm <${hexOf(text)}> Tj ET Q`,
    )
    .join('\n');
};

/** Watermarks and stamps on top of or beneath every page, as operators. */
export const pdfWatermarks: Readonly<Record<string, string>> = {
  'words at 45 degrees': turned('内部资料', 45, '0.85 g'),
  'a name and a date at 30 degrees': turned('王某20260112', 30, '0.8 g'),
  'digits at 45 degrees in black': turned('20260112', 45, '0 g'),
  'digits at -20 degrees': turned('20260112', -20, '0.7 g', 9),
  'digits at 90 degrees between columns': turned('2026', 90, '0.8 g', 6),
  'pale words along the lines': turned('内部资料严禁外传', 0, '0.85 g', 30),
  'pale digits along the lines': turned('20260112', 0, '0.85 g', 24),
};
