import type { SourceDocument } from '../../source/document.ts';
import { Refusal } from '../../source/refusal.ts';
import { readHtml } from '../html/read-html.ts';
import { isMht } from '../mht/is-mht.ts';
import { readMht } from '../mht/read-mht.ts';
import { isZip, looksLikeHtml } from '../signatures/documents.ts';
import { readText } from '../text/read-text.ts';

/**
 * Reads a document that is embedded completely in a Word file (altChunk), as systems that export web pages to Word
 * write it.
 * @throws Refusal
 */
export function readChunk(
  part: { readonly name: string; readonly bytes: Uint8Array } | undefined,
  readDocx: ((bytes: Uint8Array) => SourceDocument) | undefined,
): SourceDocument {
  if (!part) return { blocks: [], notes: [] };
  const { bytes } = part;
  if (isZip(bytes)) {
    // Word itself never embeds a document that has embedded documents.
    if (!readDocx) throw unreadable();
    return readDocx(bytes);
  }
  if (isMht(bytes)) return readMht(bytes);
  if (looksLikeHtml(bytes)) return readHtml(bytes);
  if (/\.(?:rtf|bin)$/i.test(part.name) || bytes[0] === 0x7b) throw unreadable();
  return readText(bytes);
}

function unreadable(): Refusal {
  return new Refusal(
    'unsupported-kind',
    'Word 文件的正文是嵌入的另一份文件，不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 后再上传。',
    '用 Word 或 WPS 另存的 .docx 文件',
  );
}
