import type { Layout } from '@gongkai/schema';
import { plain, type DocumentBlock, type ExportDocument } from '../document/document.ts';
import { officialTable } from '../document/official-table.ts';

export interface BlankFormOptions {
  readonly agencyName?: string;
  readonly year?: number;
}

/** An official form to be filled in by hand or in Word: its sections in order, with empty tables. */
export function blankFormDocument(form: Layout, { agencyName, year }: BlankFormOptions = {}): ExportDocument {
  const agency = agencyName ?? '（机关名称）';
  return {
    title: `${agency}${year ?? '（年度）'}年政府信息公开工作年度报告`,
    author: agency,
    keywords: [form.id, '空白格式'],
    date: `${year ?? form.years.from}-12-31`,
    blocks: form.sections.flatMap(({ number, title, table }): DocumentBlock[] => [
      { type: 'heading', level: 1, runs: plain(`${number}、${title}`) },
      table === undefined ? { type: 'paragraph', runs: plain('（文字描述）') } : officialTable(form, table),
    ]),
  };
}
