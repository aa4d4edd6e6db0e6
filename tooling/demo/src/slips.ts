import { formOf, withValue, type Report, type Value } from '@gongkai/schema';

type Slip = Readonly<Record<string, Value>>;

/** Figures of the sample report: nothing applied for, five cells of table four left blank, items beside decisions. */
const sample: Slip = {
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
};

/** The year before the sample, so that its item counts follow. */
const beforeSample: Slip = {
  '二.行政许可.上一年项目数量': 70,
  '二.行政许可.本年增/减': 8,
  '二.其他对外管理服务事项.上一年项目数量': 0,
  '二.其他对外管理服务事项.本年增/减': 0,
  '二.其他对外管理服务事项.处理决定数量': 0,
  '二.行政处罚.上一年项目数量': 20,
  '二.行政处罚.本年增/减': 2,
};

/** Slips as published reports have them, by agency name and year: they make findings that are shown, not mended. */
const slips: Readonly<Record<string, Slip>> = {
  '云溪县青原镇人民政府 2019': beforeSample,
  '云溪县青原镇人民政府 2020': sample,
  // The carried-over number of the year before was forgotten.
  '云溪县石门镇人民政府 2024': { '三.二.自然人': 3 },
};

/** The report as it was published, with its slips. */
export function withSlips(report: Report): Report {
  const form = formOf(report.form);
  const slip = slips[`${report.agency.name} ${report.year}`] ?? {};
  return Object.entries(slip).reduce((current, [code, value]) => withValue(form, current, code, value), report);
}
