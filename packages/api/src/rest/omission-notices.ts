import { findForm } from '@gongkai/schema';
import type { Omission } from '../open-data/queries/omissions.ts';
import type { OmissionNotice } from '../open-data/schemas.ts';
import type { Call, ListRoute } from './route.ts';

/** Builds the notices on what a list leaves out. @param address of the list, as requested */
export async function omissionNotices(route: ListRoute, call: Call, address: URL): Promise<OmissionNotice[]> {
  return ((await route.omissions?.(call)) ?? []).map((omission) => noticeOf(omission, address));
}

function noticeOf({ form, reports, cells }: Omission, asked: URL): OmissionNotice {
  const query = new URLSearchParams(asked.searchParams);
  query.delete('after');
  query.set('form', form);
  // The address returns all figures of the form, because only a reader can judge which ones correspond.
  if (cells) query.delete('cells');
  const address = `${asked.pathname}?${query.toString()}`;
  const title = `《${findForm(form)?.title ?? form}》（${form}）`;
  const zh = cells
    ? `${reports} 份按${title}编制的报告没有列入数据项 ${cells.join('、')}：该格式没有这些数据项，或者含义不同。这些报告的全部数据`
    : `${reports} 份按${title}编制的报告没有列入：一张表只含一种格式。这些报告`;
  const en = cells
    ? `${cells.join(', ')} of ${reports} reports in ${form} are left out: the form has no such figures, or means others by them; all figures of these reports`
    : `${reports} reports in ${form} are left out: one table holds one form; these reports`;
  return {
    ...{ form, reports, ...(cells && { cells: [...cells] }), address },
    message: { zh: `${zh}见 ${address}`, en: `${en}: ${address}` },
  };
}

/** The notices as a header: a list of forms with parameters (RFC 9651). */
export function omissionHeader(notices: readonly OmissionNotice[]): Record<string, string> {
  if (notices.length === 0) return {};
  const items = notices.map(({ form, reports, address }) => `"${form}";reports=${reports};address="${address}"`);
  return { 'gongkai-omitted': items.join(', ') };
}
