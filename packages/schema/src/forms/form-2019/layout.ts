import type { Layout } from '../../layout/layout.ts';
import { disclosure } from './disclosure.ts';
import { litigation } from '../../form-parts/litigation.ts';
import { requests } from './requests.ts';
import { sections } from '../../form-parts/sections.ts';

/** The first unified form (试行), for the reports of 2019 and 2020. 198 cells. */
export const layout = {
  id: 'form-2019',
  title: '政府信息公开工作年度报告格式（试行）',
  citation: { document: '国办公开办函〔2019〕60号' },
  years: { from: 2019, to: 2020 },
  sections,
  tables: { disclosure, requests, litigation },
} as const satisfies Layout;
