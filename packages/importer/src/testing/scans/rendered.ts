import { figuresOf, type Form } from '@gongkai/schema';
import { consistentReport, seeded } from '../../../../schema/src/testing/consistent.ts';
import { asPdf, convert } from '../../sandbox/office/convert.ts';
import { findOffice } from '../../sandbox/office/find-office.ts';
import { withRenderedPages } from '../../sandbox/scan/render-page.ts';
import { findScanPrograms } from '../../sandbox/scan/find-programs.ts';
import { fromPgm } from '../../read/scan/pgm.ts';
import type { Raster } from '../../read/scan/raster.ts';
import { docxBody, docxFile } from '../docx-layouts.ts';
import type { Trial } from '../variations/measure.ts';

const patient = { time: 120_000, memory: 512 * 2 ** 20 };

/** A report printed by LibreOffice, as pictures of its pages at 200 dpi, with the expected result. */
export interface RenderedReport {
  readonly pages: readonly Raster[];
  readonly trial: Omit<Trial, 'bytes'>;
}

export async function rendered(form: Form, seed = 7): Promise<RenderedReport> {
  const report = consistentReport(form, seeded(seed, 60), '云溪县财政局');
  const pdf = await convert(findOffice()!, docxFile(onA4(docxBody(form, report))), 'docx', asPdf, patient);
  if ('ok' in pdf) throw new Error(pdf.message);
  const pages = await withRenderedPages(findScanPrograms()!.pdftoppm!, pdf, patient, async (draw) => {
    const found: Raster[] = [];
    for (let page = 1; ; page++) {
      const picture = await draw(page);
      if ('ok' in picture) return found;
      found.push(fromPgm(picture)!);
    }
  });
  const figures = new Map(figuresOf(form, report.tables).map(({ key, text }) => [key, text]));
  return { pages, trial: { form, figures, year: report.year, agency: report.agency.name } };
}

/** Makes tables as wide as the page and keeps rows on one page. */
function onA4(body: string): string {
  const page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1134" w:right="1134"/>';
  const fitted = body.replace(/<w:tblGrid>(.*?)<\/w:tblGrid>/gu, (_, columns: string) => {
    const count = columns.split('<w:gridCol').length - 1;
    return `<w:tblGrid>${`<w:gridCol w:w="${Math.floor(9600 / count)}"/>`.repeat(count)}</w:tblGrid>`;
  });
  return `${fitted
    .replaceAll('<w:tblPr>', '<w:tblPr><w:tblLayout w:type="fixed"/>')
    .replaceAll('<w:tr>', '<w:tr><w:trPr><w:cantSplit/></w:trPr>')}<w:sectPr>${page}</w:sectPr>`;
}
