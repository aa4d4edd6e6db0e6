import { listAgencies } from '@gongkai/db/agency';
import { sumFigures, type FigureSums, type FigureSumsAsked } from '@gongkai/db/open-data';
import { formOfYear, type Cell } from '@gongkai/schema';
import type { Dependencies } from '../../common/dependencies.ts';
import { chooseCells, type CellChoice } from '../cells.ts';
import type { Statistics, StatisticsFilter } from '../schemas.ts';

const caveat = {
  zh: '合计只包含当前已公布、且填写了该数据项的报告：bodies 为计入的机关数，blank 为空白或者填“/”“无”的报告数，它们不等于 0，未计入合计；absent 为格式中没有该数据项（或者含义不同）的报告数，也未计入，cells 中的 forms 列出有该数据项的格式。机关的类别、层级和上级按其现状归类。',
  en: 'Sums cover reports that are public now and have the figure: "bodies" counts the agencies included; "blank" counts reports that left the figure blank or called it not applicable, which is not 0 and is not part of the sum; "absent" counts reports whose form has no such figure, or one of another meaning, and which are not part of the sum either ("forms" of a cell names the forms that have it). Agencies are grouped by what they are now.',
} as const;

/**
 * Sums cells over public reports, with the number of bodies in each group.
 * @throws {ApiError} unknown_cell
 */
export async function sums({ db }: Dependencies, filter: StatisticsFilter): Promise<Statistics> {
  const { cells, by = [], kind = 'own', under, agencyKind, level, year } = filter;
  const [fromYear, toYear] = [year ?? filter.fromYear, year ?? filter.toYear];
  const choices = chooseCells(cells, toYear === undefined ? undefined : formOfYear(toYear));
  const asked: FigureSumsAsked = {
    cells: choices.map(({ byForm }) => new Map([...byForm].map(([form, { ordinal }]) => [form, ordinal]))),
    by: [...new Set(by)],
    kind,
    ...(under !== undefined && { under }),
    ...(agencyKind !== undefined && { agencyKind }),
    ...(level !== undefined && { level }),
    ...(fromYear !== undefined && { fromYear }),
    ...(toYear !== undefined && { toYear }),
  };
  const groups = await sumFigures(db, asked);
  const ids = groups.flatMap(({ group }) => (typeof group.region === 'string' ? [group.region] : []));
  const names = new Map(
    (ids.length > 0 ? await listAgencies(db, { ids: [...new Set(ids)] }) : []).map(({ id, name }) => [id, name]),
  );
  return {
    kind,
    by: [...asked.by],
    cells: choices.map(({ cell, byForm }) => ({
      ...{ code: cell.code, key: cell.key, measure: cell.measure, forms: [...byForm.keys()] },
    })),
    groups: groups.map((group) => toGroup(group, choices, names)),
    caveat,
  };
}

function toGroup(
  { group, reports, bodies, sums }: FigureSums,
  choices: readonly CellChoice[],
  names: ReadonlyMap<string, string>,
): Statistics['groups'][number] {
  const { region, agencyKind, level, year } = group;
  return {
    ...(region !== undefined && { region: { id: region, name: names.get(region) ?? '' } }),
    ...(agencyKind !== undefined && { agencyKind }),
    ...(level !== undefined && { level }),
    ...(year !== undefined && { year }),
    reports,
    bodies,
    sums: sums.map(({ sum, filled, absent }, at) => {
      const { cell } = choices[at]!;
      return {
        code: cell.code,
        sum: sum === null ? null : inUnit(sum, cell),
        filled,
        blank: reports - filled - absent,
        absent,
      };
    }),
  };
}

/** Formats a count as a number if JSON can represent it exactly, and money in 万元. */
function inUnit(sum: bigint, { measure }: Cell): number | string {
  if (measure === 'money') return inTenThousands(sum);
  return Number.isSafeInteger(Number(sum)) ? Number(sum) : String(sum);
}

/** Formats 分 as 万元 without trailing zeros: 105650000 is 105.65. */
function inTenThousands(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/(?<!0)0+$/, '');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && `.${fraction}`}`;
}
