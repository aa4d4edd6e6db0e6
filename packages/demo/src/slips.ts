import { cellOf, cellsOf, formOf, valueAt, withValue, type Report, type Value } from '@gongkai/schema';

/** Applies an error to a report and returns the report as published. */
type Slip = (report: Report) => Report;

const set =
  (values: Readonly<Record<string, Value>>): Slip =>
  (report) =>
    Object.entries(values).reduce(
      (current, [code, value]) => withValue(formOf(report.form), current, code, value),
      report,
    );

const add =
  (changes: Readonly<Record<string, number>>): Slip =>
  (report) =>
    set(Object.fromEntries(Object.entries(changes).map(([code, by]) => [code, numberAt(report, code) + by])))(report);

const swapDigits =
  (code: string): Slip =>
  (report) =>
    set({ [code]: Number([...String(numberAt(report, code))].reverse().join('')) })(report);

/** Leaves zeros blank, as some agencies do for kinds of applicants without applications. */
const blankZeros =
  (columns: readonly string[]): Slip =>
  (report) => {
    const zeros = cellsOf(formOf(report.form)).filter(
      ({ key, table, column }) =>
        table === 'requests' && columns.includes(column.key) && valueAt(formOf(report.form), report, key) === 0,
    );
    return set(Object.fromEntries(zeros.map(({ key }) => [key, null])))(report);
  };

/** Puts a number into the text that differs from the table. */
const misquote =
  (wording: RegExp, by: number): Slip =>
  (report) => ({
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.type === 'paragraph'
          ? { ...block, text: block.text.replace(wording, (number) => String(Number(number) + by)) }
          : block,
      ),
    })),
  });

const retitle =
  (sectionKey: string, title: string): Slip =>
  (report) => ({
    ...report,
    sections: report.sections.map((section) =>
      section.key === sectionKey ? { ...section, titleAsFound: title } : section,
    ),
  });

/**
 * Figures of the sample report: no applications, five blank cells in table four, numbers of items together with numbers
 * of decisions.
 */
const sample = set({
  '二.规范性文件.对外公开总数量': 0,
  '二.行政许可.上一年项目数量': 78,
  '二.行政许可.本年增/减': 52,
  '二.行政许可.处理决定数量': 134,
  '二.其他对外管理服务事项.上一年项目数量': 0,
  '二.其他对外管理服务事项.本年增/减': 0,
  '二.其他对外管理服务事项.处理决定数量': 0,
  '二.行政处罚.上一年项目数量': 22,
  '二.行政处罚.本年增/减': -21,
  '二.行政处罚.处理决定数量': 1,
  '二.政府集中采购.采购项目数量': 1,
  '二.政府集中采购.采购总金额': '105.650',
  '四.行政复议.结果维持': null,
  '四.行政复议.结果纠正': null,
  '四.行政复议.其他结果': null,
  '四.行政复议.尚未审结': null,
  '四.行政复议.总计': null,
});

/** Figures of the year before the sample report, so that its item counts are consistent. */
const beforeSample = set({
  '二.行政许可.上一年项目数量': 70,
  '二.行政许可.本年增/减': 8,
  '二.其他对外管理服务事项.上一年项目数量': 0,
  '二.其他对外管理服务事项.本年增/减': 0,
  '二.其他对外管理服务事项.处理决定数量': 0,
  '二.行政处罚.上一年项目数量': 20,
  '二.行政处罚.本年增/减': 2,
});

const organisations = [
  'businesses',
  'researchInstitutions',
  'publicBenefitOrganisations',
  'legalServices',
  'otherOrganisations',
];

/**
 * Typical errors of published reports, by agency name and year. They cause findings that are shown, not fixed. Wrong
 * numbers occur only in the bureau that is not added up, so that the county's sums are correct.
 */
const slips: Readonly<Record<string, Slip>> = {
  '云溪县青原镇人民政府 2019': beforeSample,
  '云溪县青原镇人民政府 2020': sample,
  '国家税务总局云溪县税务局 2022': swapDigits('三.一.自然人'),
  // An application carried over from the year before was counted again as new.
  '国家税务总局云溪县税务局 2024': add({ '三.一.自然人': 1, '三.一.总计': 1, '三.二.自然人': -1, '三.二.总计': -1 }),
  '云溪县双溪乡人民政府 2021': blankZeros(organisations),
  '云溪县统计局 2022': set({ '二.行政事业性收费.本年收费金额（单位：万元）': { na: '/' } }),
  '云溪县梨树乡人民政府 2023': retitle('problems', '存在的主要问题及整改措施'),
  '云溪县城关街道办事处 2024': misquote(/(?<=新收政府信息公开申请)\d+/, 10),
};

/** Returns the report as published, with its errors. */
export function withSlips(agencyName: string, report: Report): Report {
  return slips[`${agencyName} ${report.year}`]?.(report) ?? report;
}

function numberAt(report: Report, code: string): number {
  const value = valueAt(formOf(report.form), report, cellOf(formOf(report.form), code).key);
  if (typeof value !== 'number') throw new TypeError(`${report.title}: ${code} holds no number`);
  return value;
}
