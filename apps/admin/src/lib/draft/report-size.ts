import { formOf, type Report } from '@gongkai/schema';
import { reportFields } from './report-fields.ts';

/** The message for a report that exceeds the server's size limit: its length and its longest part. */
export function describeOversize(report: Report): string {
  const megabytes = (new TextEncoder().encode(JSON.stringify(report)).length / 2 ** 20).toFixed(1);
  const [longest] = reportFields(formOf(report.form))
    .map(({ label, textIn }) => ({ label, length: textIn(report).length }))
    .toSorted((a, b) => b.length - a.length);
  return (
    `报告太长（${megabytes} MB），服务器没有接收。最长的是“${longest!.label}”，` +
    `有 ${longest!.length.toLocaleString('en')} 字。请删去与年度报告无关的内容，会自动再保存。`
  );
}
