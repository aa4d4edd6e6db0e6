import { stageLabels, timingLabels, type Act, type Board, type BoardLine } from '@gongkai/api/schemas';
import { forSpreadsheets, guardText, writeLines } from '@gongkai/exporter/csv/lines';
import { agencyKindLabels } from '@gongkai/ui';
import { formatTime } from '@gongkai/schema/calendar';

/** A filter of the board. */
export interface BoardFilter {
  readonly key: string;
  readonly label: string;
  readonly holds: (line: BoardLine) => boolean;
}

const atStage =
  (...stages: BoardLine['stage'][]) =>
  ({ stage }: BoardLine) =>
    stages.includes(stage);

export const boardFilters: readonly BoardFilter[] = [
  { key: 'all', label: '全部', holds: () => true },
  { key: 'none', label: '未开始', holds: atStage('none') },
  { key: 'draft', label: '填报中', holds: atStage('draft') },
  { key: 'submitted', label: '待审核', holds: atStage('submitted') },
  { key: 'returned', label: '已退回', holds: atStage('returned') },
  { key: 'accepted', label: '审核通过', holds: atStage('accepted', 'scheduled') },
  { key: 'published', label: '已公布', holds: atStage('published', 'corrected', 'archived') },
  { key: 'withdrawn', label: '已撤下', holds: ({ timing }) => timing === 'withdrawn' },
  { key: 'late', label: '逾期', holds: ({ timing }) => timing === 'late' || timing === 'overdue' },
];

/** Formats the user and time of a step. */
export function actText(act: Act | undefined): string {
  return act ? `${act.by}，${formatTime(act.at)}` : '';
}

/** Formats the timing of a report relative to its due day. */
export function timingText({ timing, daysLate }: Pick<BoardLine, 'timing' | 'daysLate'>): string {
  return daysLate > 0 ? `${timingLabels[timing]} ${daysLate} 天` : timingLabels[timing];
}

const columns: readonly (readonly [string, (line: BoardLine) => string])[] = [
  ['机关', ({ agencyName }) => agencyName],
  ['类别', ({ agencyKind }) => agencyKindLabels[agencyKind]],
  ['截止日期', ({ lastDay }) => lastDay],
  ['延期原因', ({ extensions }) => extensions.at(-1)?.reason ?? ''],
  ['准予提前提交的原因', ({ earlySubmission }) => earlySubmission?.reason ?? ''],
  ['状态', ({ stage }) => stageLabels[stage]],
  ['及时性', timingText],
  ['提交', ({ steps }) => actText(steps.submitted)],
  ['退回', ({ steps }) => actText(steps.returned)],
  ['审核通过', ({ steps }) => actText(steps.accepted)],
  ['公布', ({ steps }) => actText(steps.published)],
  ['首次公布日期', ({ publishedOn }) => publishedOn ?? ''],
];

/**
 * The board as CSV for spreadsheet programs: with a byte order mark, and with text guarded against formula injection.
 */
export function boardCsv({ lines }: Pick<Board, 'lines'>): string {
  const rows = lines.map((line) => columns.map(([, textOf]) => guardText(textOf(line))));
  return writeLines([columns.map(([label]) => label), ...rows], forSpreadsheets);
}
