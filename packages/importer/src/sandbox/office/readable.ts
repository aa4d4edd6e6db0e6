import { legacyFormatOf, type LegacyFormat } from '../../read/file-formats.ts';
import type { ImportFailure } from '../../recognise/result.ts';
import { note, type ImportNote } from '../../source/note.ts';
import { asDocx, convert, type ConversionLimits } from './convert.ts';

/** Bytes in a format that the readers support, with notes about their conversion. */
export interface Readable {
  readonly bytes: Uint8Array;
  readonly notes: readonly ImportNote[];
}

/** The document itself, or its conversion by LibreOffice if no reader supports its format. */
export async function readable(
  bytes: Uint8Array,
  office: string | undefined,
  limits: ConversionLimits,
): Promise<Readable | ImportFailure> {
  const kind = oldKind(bytes);
  if (!kind) return { bytes, notes: [] };
  if (!office)
    return {
      ok: false,
      code: 'unsupported-kind',
      message: `这是${kind.name}，读取它需要 LibreOffice，本机没有安装。请安装 LibreOffice，或者另存为 .docx 后再导入。`,
      expected: 'Word（.docx）、PDF、Excel、网页（.html）或文字（.txt、.md）',
    };
  const converted = await convert(office, bytes, kind.extension, asDocx, limits);
  if ('ok' in converted) return converted;
  return {
    bytes: converted,
    notes: [note('converted-kind', 'info', `${kind.name}先由 LibreOffice 转成 .docx，再读取。`)],
  };
}

/** The legacy format of a document; also undefined for a document that the reader will refuse. */
function oldKind(bytes: Uint8Array): LegacyFormat | undefined {
  try {
    return legacyFormatOf(bytes);
  } catch {
    return undefined;
  }
}
