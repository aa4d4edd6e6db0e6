import type { SourceDocument } from '../../source/document.ts';
import { Refusal } from '../../source/refusal.ts';
import { readHtml } from '../html/read-html.ts';
import { parseMimeMessage, type MimePart } from './mime.ts';

/**
 * Reads a web page saved as one file: its main page, or all pages if the main page is only a frameset. Pictures and
 * style sheets in other parts are ignored.
 * @throws Refusal
 */
export function readMht(bytes: Uint8Array): SourceDocument {
  const pages = parseMimeMessage(bytes).filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const [main] = pages;
  if (!main)
    throw new Refusal(
      'no-text',
      '单个文件网页（.mht）里没有网页正文，文件可能不完整。',
      '浏览器或 WPS 保存的完整网页文件',
    );
  const first = pageOf(main);
  if (pages.length === 1 || first.blocks.some(({ type }) => type === 'grid')) return first;
  const others = pages.slice(1).map(pageOf);
  return {
    blocks: [first, ...others].flatMap(({ blocks }) => blocks),
    notes: first.notes,
  };
}

function pageOf({ body, charset }: MimePart): SourceDocument {
  return readHtml(body, charset);
}
