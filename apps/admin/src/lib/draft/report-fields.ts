import {
  blockText,
  cellsOf,
  formatValue,
  valueAt,
  withValue,
  type Contact,
  type Form,
  type Report,
  type TextBlock,
} from '@gongkai/schema';
import { contactFields, contactLabels } from '@gongkai/ui';
import { formatBlocks, segmentsOf } from './text-blocks.ts';

/** A part of a report that is compared and merged as a whole after two users have changed the report. */
export interface ReportField {
  readonly key: string;
  readonly label: string;
  readonly textIn: (report: Report) => string;
  /** Returns `to` with this part copied from `from`. */
  readonly copy: (from: Report, to: Report) => Report;
}

/** All parts of a report that a drafter edits, in the order of the report. */
export function reportFields(form: Form): ReportField[] {
  return [
    {
      key: 'title',
      label: '标题',
      textIn: ({ title }) => title,
      copy: ({ title }, to) => ({ ...to, title }),
    },
    {
      key: 'period',
      label: '统计期限',
      textIn: ({ period }) => (period ? `${period.from} 至 ${period.to}` : ''),
      copy: ({ period }, { period: _, ...to }) => (period ? { ...to, period } : to),
    },
    {
      key: 'preamble',
      label: '引言',
      textIn: ({ preamble }) => wordsOf(preamble),
      copy: ({ preamble }, to) => ({ ...to, preamble }),
    },
    ...contactFields.map(contactField),
    ...form.sections.map(({ key, number, title }): ReportField => ({
      key: `section.${key}`,
      label: `${number}、${title}`,
      textIn: (report) => wordsOf(blocksIn(report, key)),
      copy: (from, to) => withBlocks(to, key, blocksIn(from, key)),
    })),
    {
      key: 'explanations',
      label: '对核对结果的说明',
      textIn: ({ explanations }) => explanations.map(({ rule, text }) => `${rule}：${text}`).join('\n'),
      copy: ({ explanations }, to) => ({ ...to, explanations }),
    },
    ...cellsOf(form).map(({ key, code, measure }): ReportField => ({
      key,
      label: code,
      textIn: ({ tables }) => formatValue(valueAt(form, { tables }, key), measure),
      copy: (from, to) => withValue(form, to, key, valueAt(form, from, key)),
    })),
  ];
}

/** The parts that differ between two reports. */
export function differingFields(form: Form, a: Report, b: Report): ReportField[] {
  return reportFields(form).filter(({ textIn }) => textIn(a) !== textIn(b));
}

/** The text blocks of a section. */
export function blocksIn({ sections }: Report, key: string): readonly TextBlock[] {
  return sections.find((section) => section.key === key)?.blocks ?? [];
}

/** Replaces the text of a section. Adds the section if the report lacks it. */
export function withBlocks(report: Report, key: string, blocks: readonly TextBlock[]): Report {
  const known = report.sections.some((section) => section.key === key);
  return {
    ...report,
    sections: known
      ? report.sections.map((section) => (section.key === key ? { ...section, blocks } : section))
      : [...report.sections, { key, blocks }],
  };
}

/** Changes a contact field. An empty field is removed. */
export function withContact(report: Report, field: keyof Contact, text: string): Report {
  const { [field]: _, ...others } = report.contact;
  return { ...report, contact: text === '' ? others : { ...others, [field]: text } };
}

function contactField(field: keyof Contact): ReportField {
  return {
    key: `contact.${field}`,
    label: contactLabels[field],
    textIn: ({ contact }) => contact[field] ?? '',
    copy: (from, to) => withContact(to, field, from.contact[field] ?? ''),
  };
}

/** The text as the editor shows it, so that list markers are compared as well. */
function wordsOf(blocks: readonly TextBlock[]): string {
  return segmentsOf(blocks)
    .flatMap((segment) => (segment.type === 'table' ? blockText(segment.table) : formatBlocks(segment.lines) || []))
    .join('\n');
}
