import type { Layout } from '../../layout/layout.ts';
import { litigation } from '../../form-parts/litigation.ts';
import { sections } from '../../form-parts/sections.ts';
import { disclosure } from './disclosure.ts';
import { requests } from './requests.ts';

/** The revised form in force, for the reports from 2021 on. 200 cells. */
export const layout = {
  id: 'form-2021',
  title: '中华人民共和国政府信息公开工作年度报告格式',
  citation: { document: '国办公开办函〔2021〕30号' },
  years: { from: 2021 },
  sections,
  tables: { disclosure, requests, litigation },
} as const satisfies Layout;
