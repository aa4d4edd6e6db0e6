import type { ImportSuccess } from '@gongkai/importer';
import { figuresOf, formOf, type Figure } from '@gongkai/schema';

/** Lists every inferred figure, with its value, and every unread figure; one line per row. */
export function formatUncertainFigures({ report, provenance }: Pick<ImportSuccess, 'report' | 'provenance'>): string {
  const figures = figuresOf(formOf(report.form), report.tables);
  const list = (certainty: string, title: string, say: (figure: Figure) => string) => {
    const found = figures.filter(({ key }) => provenance[key]?.certainty === certainty);
    const rows = Map.groupBy(found, ({ section, row }) => `${section}.${row}`);
    return [
      ...(found.length === 0 ? [] : [`${title}（${found.length} 格）：\n`]),
      ...[...rows].map(([row, cells]) => `  ${row}：${cells.map(say).join('，')}\n`),
    ].join('');
  };
  return (
    list('inferred', '推断的数，请对照原文确认', ({ column, text }) => `${column} ${text || '空'}`) +
    list('unread', '没有读入的数，请对照原文填写', ({ column }) => column)
  );
}
