import { forms } from '@gongkai/schema';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { reportDocument } from '../document/report-document.ts';
import { awkwardReport, longReport } from '../testing/awkward-texts.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { xmlParts } from '../testing/xml-parts.ts';
import { writeDocx } from './write.ts';

const partsOf = (report: Parameters<typeof reportDocument>[0], options?: Parameters<typeof reportDocument>[1]) =>
  xmlParts(writeDocx(reportDocument(report, options)).bytes);

/** Throws where it is not well formed. */
function parse(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe.each(forms)('a report of $id as docx', (form) => {
  const report = sampleReport(form);

  it('is the same bytes each time', () => {
    expect(writeDocx(reportDocument(report)).bytes).toEqual(writeDocx(reportDocument(report)).bytes);
  });

  it('has the page of GB/T 9704 and a number on the outer side of each page', () => {
    const parts = partsOf(report);
    const body = parts['word/document.xml']!;
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(body).toContain('<w:docGrid w:type="lines" w:linePitch="580"/>');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(parts['word/footer1.xml']).toMatch(/<w:jc w:val="right"\/>.*— .*PAGE.* —/);
    expect(parts['word/footer2.xml']).toContain('<w:jc w:val="left"/>');
  });

  it('has the sections as headings, and head rows that are repeated', () => {
    const body = partsOf(report)['word/document.xml']!;
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(form.sections.length);
    expect(body.match(/<w:tbl>/g)).toHaveLength(Object.keys(form.tables).length);
    expect(body.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(3 + 3 + 1);
  });

  it.each([
    ['awkward texts', awkwardReport(report)],
    ['very long texts', longReport(report)],
  ])('is well formed with %s', (_, own) => {
    for (const part of Object.values(partsOf(own, { watermark: '<草稿>', signedOn: '2026-01-20' })))
      expect(() => parse(part)).not.toThrow();
  });
});

it('gives each list a numbering of its own that begins where the list does', () => {
  const report = awkwardReport(sampleReport(forms[1]!));
  const numbering = partsOf(report)['word/numbering.xml']!;
  expect(numbering).toContain('<w:start w:val="3"/><w:numFmt w:val="decimal"/>');
  expect(numbering).toContain('<w:numFmt w:val="bullet"/>');
});

it('says on every page that it is a draft', () => {
  const parts = partsOf(sampleReport(forms[1]!), { watermark: '草稿' });
  expect(parts['word/header1.xml']).toContain('草稿');
  expect(parts['word/document.xml']!.match(/<w:headerReference/g)).toHaveLength(2);
});
