import { tableOf } from '../layout/cells.ts';
import type { Column, Layout, Row } from '../layout/layout.ts';
import type { Expression, Formula } from './formula.ts';

const comparisons = { '=': '等于', '>=': '不小于', '<=': '不大于' } as const;

/**
 * A formula in Chinese words with the official labels, such as 一、…加二、…等于….
 * @param layout a form, or its layout
 * @param formula the formula of a rule
 * @returns one Chinese sentence
 * @throws RangeError for a key that the layout lacks
 * @example inWords(form, rule.formula)
 */
export function inWords(layout: Layout, formula: Formula): string {
  const { table, each, relation } = formula;
  const blocks = tableOf(layout, table).blocks;
  const rows: readonly Line[] = blocks.flatMap((block) => block.rows);
  const columns: readonly Line[] = blocks.flatMap((block) => block.columns);
  const [terms, lines] = each === 'column' ? [rows, columns] : [columns, rows];
  const places = each === 'column' ? formula.columns : formula.rows;
  const label = (key: string) => `“${terms.find((line) => line.key === key)?.label ?? key}”`;
  const say = (expression: Expression): string => {
    if (typeof expression === 'number') return String(expression);
    if (typeof expression === 'string') return label(expression);
    if ('previous' in expression) return `上一年度的${label(expression.previous)}`;
    if ('times' in expression) return `${say(expression.times[1])}的 ${expression.times[0]} 倍`;
    if ('minus' in expression) return expression.minus.map(say).join('减');
    return expression.sum.map(say).join('加');
  };
  const sentence = `${say(relation.left)}${comparisons[relation.is]}${say(relation.right)}`;
  const named = lines.filter(({ key }) => places?.includes(key) ?? true);
  const where = named.length === lines.length ? (each === 'column' ? '每一列' : '每一行') : namesOf(named);
  return `${where}：${sentence}`;
}

type Line = Row | Column;

function namesOf(lines: readonly Line[]): string {
  return [...new Set(lines.map(({ label }) => `“${label}”`))].join('、');
}
