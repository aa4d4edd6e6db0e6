import type { Text } from './rule.ts';

/** Words for a check that could not be made, by reason. */
export const skipReasons = {
  blank_cells: { zh: '有空白单元格，无法核对', en: 'not assessable: a cell is blank' },
  not_a_number: { zh: '有单元格不是整数，无法核对', en: 'not assessable: a cell is not a whole number' },
  no_previous_report: { zh: '没有上一年度报告，无法核对', en: 'not assessable: no report of the year before' },
  no_previous_figure: {
    zh: '上一年度报告没有可比的数字，无法核对',
    en: 'not assessable: the year before has no comparable figure',
  },
  no_source_labels: {
    zh: '没有原文件的标题和栏目名称，无法核对',
    en: 'not assessable: the labels of the source are not known',
  },
  not_stated: { zh: '文中没有写到，无从核对', en: 'not assessable: the text does not say it' },
  no_agency: {
    zh: '不知道该机关的级别和类别，无法核对',
    en: "not assessable: the agency's level and kind are not known",
  },
  unknown_agency: { zh: '没有写明是哪个机关，无法核对', en: 'not assessable: the body is not named' },
  no_peers: { zh: '没有足够的同类报告，无法核对', en: 'not assessable: too few reports of its peers' },
  no_roll_up: { zh: '没有下级报告，无法核对', en: 'not assessable: the reports rolled up are not known' },
  no_publication: {
    zh: '没有报送和公布的记录，无法核对',
    en: 'not assessable: no record of submission and publication',
  },
  switched_off: { zh: '本地没有启用这项核对', en: 'not switched on here' },
} as const satisfies Record<string, Text>;

/** Why a check could not be made. Never read as a pass. */
export type SkipReason = keyof typeof skipReasons;
