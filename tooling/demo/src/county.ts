/** What an agency of the demonstration county is and how much it does; all names are invented. */
export interface DemoAgency {
  /** Permanent id: a ULID written down once, so that addresses stay the same in every demonstration. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'government' | 'governmentOffice' | 'department' | 'town' | 'township' | 'streetOffice' | 'zone';
  readonly parent?: string;
  /** Matters that it discloses, for its sentences. */
  readonly matters: readonly [string, string, string];
  /** Usual numbers a year: applications, licences, penalties, compulsory measures, documents in force, fees in 万元. */
  readonly usual: {
    readonly requests: number;
    readonly licences: number;
    readonly penalties: number;
    readonly measures: number;
    readonly documents: number;
    readonly fees: number;
  };
}

export const countyName = '云溪县';

const governmentId = '01JDEM0YX00000000000000001';

const agency = (
  serial: number,
  name: string,
  kind: DemoAgency['kind'],
  matters: DemoAgency['matters'],
  [requests, licences, penalties, measures, documents, fees]: readonly [number, number, number, number, number, number],
): DemoAgency => ({
  id: `01JDEM0YX000000000000000${String(serial).padStart(2, '0')}`,
  name: `${countyName}${name}`,
  kind,
  matters,
  usual: { requests, licences, penalties, measures, documents, fees },
  ...(kind === 'government' ? {} : { parent: governmentId }),
});

/** The county's government, its office, nine departments, a street office, three towns, a township and a zone. */
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
  agency(12, '城关街道办事处', 'streetOffice', ['老旧小区改造', '社区养老', '民生实事'], [6, 41, 8, 2, 0, 0]),
  agency(13, '青原镇人民政府', 'town', ['惠民补贴', '村级财务', '农村建房'], [0, 78, 22, 0, 0, 0]),
  agency(14, '柳泉镇人民政府', 'town', ['土地流转', '防汛抗旱', '人居环境整治'], [7, 62, 16, 1, 0, 0]),
  agency(15, '石门镇人民政府', 'town', ['乡村振兴项目', '森林防火', '临时救助'], [5, 57, 12, 0, 0, 0]),
  agency(16, '白鹿乡人民政府', 'township', ['产业扶持', '饮水安全', '农房改造'], [3, 33, 6, 0, 0, 0]),
  agency(17, '经济开发区管理委员会', 'zone', ['招商引资', '企业服务', '园区建设'], [8, 94, 9, 1, 3, 15.2]),
];

/** First and last year reported on. */
export const years = { first: 2019, last: 2025 } as const;
