import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface PrintedLine {
  readonly text: string;
  /** Points from the left edge. */
  readonly x: number;
}

interface PdfPage {
  readonly text: string;
  /** Lines of the type area, from top to bottom. */
  readonly lines: readonly PrintedLine[];
  readonly number: PrintedLine;
}

interface PdfContents {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  /** Every role in the tree of tags. */
  readonly roles: ReadonlySet<string>;
  readonly pages: readonly PdfPage[];
}

/** What a reader of a PDF finds, by pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 });
  const pdf = await task.promise;
  const roles = new Set<string>();
  const pages: PdfPage[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    visit(await page.getStructTree(), roles);
    const { items } = await page.getTextContent();
    const byLine = new Map<number, PrintedLine>();
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const y = Math.round(item.transform[5] as number);
      const before = byLine.get(y);
      byLine.set(y, { text: (before?.text ?? '') + item.str, x: before?.x ?? (item.transform[4] as number) });
    }
    const lines = [...byLine].sort(([a], [b]) => b - a).map(([, line]) => line);
    pages.push({ text: lines.map(({ text }) => text).join('\n'), lines: lines.slice(0, -1), number: lines.at(-1)! });
  }
  const { info } = await pdf.getMetadata();
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
  await task.destroy();
  return { metadata: info as Readonly<Record<string, unknown>>, outline, roles, pages };
}

function visit(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node) roles.add(String(node.role));
  if ('children' in node) for (const child of node.children as unknown[]) visit(child, roles);
}
