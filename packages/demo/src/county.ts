import { creditCodeOf } from './credit-code.ts';

export type DemoAgencyKind =
  'government' | 'governmentOffice' | 'department' | 'town' | 'township' | 'streetOffice' | 'zone' | 'verticallyLed';

/** An agency of the demonstration county with its volume of work; all names are fictional. */
export interface DemoAgency {
  /** Permanent id: a fixed ULID, so that addresses are the same in every demonstration. */
  readonly id: string;
  readonly name: string;
  /** Former name, and the first day of the current name. */
  readonly formerName?: { readonly name: string; readonly until: string };
  /** The agency into which it was merged, and the day; from that year on it makes no report. */
  readonly mergedInto?: { readonly id: string; readonly on: string };
  readonly kind: DemoAgencyKind;
  readonly level: 'county' | 'township';
  /** The agency whose consolidated report includes its own; `null` for a vertically led body. */
  readonly parentId: string | null;
  /** Division code of a fictional county in the official pattern. */
  readonly divisionCode: string;
  readonly creditCode: string;
  /** Matters that it discloses, used in its sentences. */
  readonly matters: readonly [string, string, string];
  /** Typical numbers per year. */
  readonly usual: Usual;
}

export interface Usual {
  readonly requests: number;
  readonly licences: number;
  readonly penalties: number;
  readonly measures: number;
  /** Number of normative documents in force. */
  readonly documents: number;
  /** 万元 */
  readonly fees: number;
}

export const countyName = '云溪县';

/** First and last year reported on. */
export const years = { first: 2019, last: 2025 } as const;

const COUNTY_CODE = '239921';
const governmentId = idOf(1);

type Numbers = readonly [
  requests: number,
  licences: number,
  penalties: number,
  measures: number,
  documents: number,
  fees: number,
];

function agency(
  serial: number,
  name: string,
  kind: DemoAgencyKind,
  matters: DemoAgency['matters'],
  [requests, licences, penalties, measures, documents, fees]: Numbers,
  own: Partial<Pick<DemoAgency, 'name' | 'formerName' | 'mergedInto'>> & { readonly town?: string } = {},
): DemoAgency {
  return {
    id: idOf(serial),
    name: own.name ?? `${countyName}${name}`,
    ...(own.formerName && { formerName: own.formerName }),
    ...(own.mergedInto && { mergedInto: own.mergedInto }),
    kind,
    level: own.town ? 'township' : 'county',
    parentId: kind === 'government' || kind === 'verticallyLed' ? null : governmentId,
    divisionCode: `${COUNTY_CODE}${own.town ?? ''}`,
    creditCode: creditCodeOf(COUNTY_CODE, serial),
    matters,
    usual: { requests, licences, penalties, measures, documents, fees },
  };
}

function idOf(serial: number): string {
  return `01JDEM0YX000000000000000${String(serial).padStart(2, '0')}`;
}

/** The county's government and its office, departments, street offices, towns, townships, a zone, a vertically led bureau. */
export const agencies: readonly DemoAgency[] = [
  agency(1, '人民政府', 'government', ['政府文件', '财政预决算', '重大建设项目'], [0, 0, 0, 0, 0, 0]),
  agency(2, '人民政府办公室', 'governmentOffice', ['政府文件', '县政府常务会议', '政策解读'], [24, 0, 0, 0, 32, 0]),
  agency(3, '发展和改革局', 'department', ['重大项目', '价格监测', '能源保供'], [9, 146, 4, 0, 6, 0]),
  agency(4, '教育局', 'department', ['义务教育招生', '学生资助', '校园安全'], [12, 38, 2, 0, 8, 310.5]),
  agency(5, '公安局', 'department', ['户籍办理', '出入境服务', '道路交通'], [26, 5230, 3620, 410, 4, 96.42]),
  agency(6, '民政局', 'department', ['社会救助', '养老服务', '社会组织登记'], [10, 84, 3, 0, 7, 0]),
  agency(7, '财政局', 'department', ['预算决算', '政府采购', '惠农补贴'], [8, 12, 5, 0, 9, 0]),
  agency(8, '自然资源局', 'department', ['征地信息', '国土空间规划', '不动产登记'], [64, 905, 37, 6, 11, 1284.35]),
  agency(9, '交通运输局', 'department', ['农村公路', '公交运营', '超限治理'], [11, 762, 318, 27, 5, 42.8]),
  agency(10, '市场监督管理局', 'department', ['食品抽检', '企业登记', '消费维权'], [33, 8420, 286, 31, 6, 118.06]),
  agency(11, '卫生健康局', 'department', ['疾病预防', '医疗机构校验', '公共卫生服务'], [9, 634, 52, 3, 7, 27.9]),
  agency(12, '城关街道办事处', 'streetOffice', ['老旧小区改造', '社区养老', '民生实事'], [6, 41, 8, 2, 0, 0], {
    town: '001',
  }),
  agency(13, '青原镇人民政府', 'town', ['惠民补贴', '村级财务', '农村建房'], [0, 78, 22, 0, 0, 0], { town: '100' }),
  agency(14, '柳泉镇人民政府', 'town', ['土地流转', '防汛抗旱', '人居环境整治'], [7, 62, 16, 1, 0, 0], { town: '101' }),
  agency(15, '石门镇人民政府', 'town', ['乡村振兴项目', '森林防火', '临时救助'], [5, 57, 12, 0, 0, 0], { town: '102' }),
  agency(16, '白鹿乡人民政府', 'township', ['产业扶持', '饮水安全', '农房改造'], [3, 33, 6, 0, 0, 0], { town: '200' }),
  agency(17, '经济开发区管理委员会', 'zone', ['招商引资', '企业服务', '园区建设'], [8, 94, 9, 1, 3, 15.2]),
  agency(18, '税务局', 'verticallyLed', ['减税降费', '纳税服务', '税收征管'], [42, 380, 96, 14, 0, 0], {
    name: `国家税务总局${countyName}税务局`,
  }),
  agency(19, '科学技术局', 'department', ['科技项目', '高新技术企业培育', '科普活动'], [2, 9, 0, 0, 3, 0]),
  agency(20, '工业和信息化局', 'department', ['工业运行', '中小企业扶持', '通信建设'], [4, 21, 3, 0, 4, 0]),
  agency(21, '司法局', 'department', ['行政复议', '法律援助', '普法宣传'], [14, 68, 2, 0, 5, 3.6]),
  agency(22, '人力资源和社会保障局', 'department', ['就业服务', '社保经办', '事业单位招聘'], [21, 176, 18, 2, 8, 36.4]),
  agency(
    23,
    '住房和城乡建设局',
    'department',
    ['保障性住房', '老旧小区改造', '建筑市场监管'],
    [46, 421, 44, 5, 9, 512.7],
  ),
  agency(24, '水务局', 'department', ['河湖管理', '供水保障', '水利工程'], [6, 73, 15, 2, 4, 208.35]),
  agency(25, '农业农村局', 'department', ['惠农政策', '农产品质量', '农村宅基地'], [18, 264, 61, 4, 7, 12.5]),
  agency(26, '商务局', 'department', ['成品油市场', '电子商务', '促消费活动'], [3, 32, 4, 0, 3, 0]),
  agency(27, '文体广电和旅游局', 'department', ['公共文化服务', '全民健身', '旅游市场'], [5, 118, 21, 0, 4, 0], {
    formerName: { name: `${countyName}文化和旅游局`, until: '2021-03-15' },
  }),
  agency(28, '退役军人事务局', 'department', ['优抚安置', '拥军活动', '就业帮扶'], [4, 0, 0, 0, 2, 0]),
  agency(29, '应急管理局', 'department', ['安全生产检查', '防灾减灾', '应急演练'], [7, 142, 88, 9, 5, 0]),
  agency(30, '审计局', 'department', ['审计结果', '整改情况', '审计计划'], [2, 0, 0, 0, 2, 0]),
  agency(31, '统计局', 'department', ['统计公报', '月度数据', '普查工作'], [3, 0, 7, 0, 2, 0]),
  agency(32, '医疗保障局', 'department', ['参保缴费', '医保目录', '基金监管'], [9, 46, 33, 0, 5, 0]),
  agency(
    33,
    '城市管理综合执法局',
    'department',
    ['市容秩序', '垃圾分类', '违法建设治理'],
    [16, 538, 742, 118, 4, 64.9],
  ),
  agency(34, '林业和草原局', 'department', ['林木采伐', '森林防火', '野生动物保护'], [8, 312, 26, 3, 3, 48.2]),
  agency(35, '营商环境建设监督局', 'department', ['政务服务', '办事指南', '投诉举报办理'], [5, 0, 0, 0, 4, 0]),
  agency(36, '滨河街道办事处', 'streetOffice', ['社区服务', '居家养老', '文明创建'], [4, 36, 6, 1, 0, 0], {
    town: '002',
  }),
  agency(37, '清河镇人民政府', 'town', ['高标准农田', '农村低保', '村务公开'], [6, 71, 14, 1, 0, 0], { town: '103' }),
  agency(38, '永丰镇人民政府', 'town', ['农业保险', '道路养护', '秸秆综合利用'], [4, 49, 11, 0, 0, 0], { town: '104' }),
  agency(39, '双溪乡人民政府', 'township', ['特色种植', '危房改造', '医疗救助'], [5, 44, 9, 0, 0, 0], { town: '201' }),
  agency(40, '梨树乡人民政府', 'township', ['果品产业', '饮水工程', '护林防火'], [3, 29, 5, 0, 0, 0], { town: '202' }),
  agency(41, '粮食和物资储备局', 'department', ['粮食收购', '应急物资储备', '粮油质量抽检'], [5, 18, 6, 0, 3, 0], {
    mergedInto: { id: idOf(3), on: '2023-06-30' },
  }),
];

/** Returns whether the agency makes a report for a year; an agency that was merged makes none from that year on. */
export function reportsOn({ mergedInto }: DemoAgency, year: number): boolean {
  return !mergedInto || year < Number(mergedInto.on.slice(0, 4));
}

/** Returns the agencies that were merged into this one in a year. */
export function mergedIn({ id }: DemoAgency, year: number): DemoAgency[] {
  return agencies.filter(({ mergedInto }) => mergedInto?.id === id && mergedInto.on.startsWith(`${year}-`));
}

/** Returns the agency's name on a day, YYYY-MM-DD. */
export function nameOn({ name, formerName }: DemoAgency, day: string): string {
  return formerName && day < formerName.until ? formerName.name : name;
}

/** Returns the public contact details of the agency's disclosure office. */
export function contactOf({ id }: DemoAgency): Record<'office' | 'address' | 'postcode' | 'phone', string> {
  const serial = Number(id.slice(-2));
  return {
    office: '政务公开办公室',
    address: `${countyName}云溪大道${serial * 3}号`,
    postcode: '999900',
    phone: `0999-5550${100 + serial}`,
  };
}
