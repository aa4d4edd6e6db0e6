import { agencyKindLabels, agencyLevelLabels } from '@gongkai/schema';

/** The columns of the register's file in order: the official heading, and accepted aliases. */
export const columns = {
  id: { label: '编号', aliases: ['机关编号'] },
  name: { label: '机关名称', aliases: ['名称', '单位名称'] },
  kind: { label: '类型', aliases: ['机关类型', '类别'] },
  level: { label: '层级', aliases: ['机关层级', '级别'] },
  parent: { label: '上级机关', aliases: ['汇总到', '上级'] },
  divisionCode: { label: '行政区划代码', aliases: ['区划代码'] },
  creditCode: { label: '统一社会信用代码', aliases: ['信用代码'] },
  validFrom: { label: '生效日期', aliases: ['自何日起'] },
  dissolvedOn: { label: '撤销日期', aliases: [] },
  office: { label: '联系部门', aliases: ['公开工作机构'] },
  address: { label: '地址', aliases: ['办公地址'] },
  postcode: { label: '邮编', aliases: ['邮政编码'] },
  phone: { label: '电话', aliases: ['联系电话'] },
  fax: { label: '传真', aliases: [] },
  email: { label: '电子邮箱', aliases: ['邮箱'] },
  website: { label: '网址', aliases: [] },
} as const;

export type Column = keyof typeof columns;

export const columnNames = Object.keys(columns) as Column[];
export const contactColumns = ['office', 'address', 'postcode', 'phone', 'fax', 'email', 'website'] as const;

/** Words of a file for kinds and levels; the keys themselves are accepted too. */
export const kindOfWord = wordsOf(agencyKindLabels, {
  县级以上人民政府: 'government',
  政府办公室: 'governmentOffice',
  政府办公厅: 'governmentOffice',
  部门: 'department',
  街道: 'streetOffice',
  开发区: 'zone',
  垂直管理部门: 'verticallyLed',
});
export const levelOfWord = wordsOf(agencyLevelLabels, { 市级: 'prefecture', 乡镇级: 'township', 区县级: 'county' });

function wordsOf<Key extends string>(
  labels: Readonly<Record<Key, string>>,
  others: Readonly<Record<string, Key>>,
): ReadonlyMap<string, Key> {
  const own = (Object.entries(labels) as [Key, string][]).flatMap(([key, label]) => [
    [label, key] as const,
    [key, key] as const,
  ]);
  return new Map([...own, ...Object.entries(others)]);
}
