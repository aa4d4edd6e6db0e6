import type * as z from 'zod/mini';

/** An issue as zod raises it: with the input, which it keeps out of the finished one. */
export type Issue = z.core.$ZodRawIssue;

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  bigint: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  set: '列表',
  object: '对象',
  record: '对象',
  map: '对象',
  null: '空白（null）',
  undefined: '没有内容',
  void: '没有内容',
  never: '没有内容',
  date: '日期',
  file: '文件',
  nan: '不是数的数（NaN）',
  symbol: '符号',
  function: '函数',
};

const formats: Readonly<Record<string, string>> = {
  email: '应为电子邮箱，例如 xxgk@example.gov.cn',
  url: '应为网址，以 http:// 或 https:// 开头',
  date: '应为日期，例如 2027-01-31',
  datetime: '应为时刻，例如 2027-01-31T01:00:00Z',
  time: '应为时间，例如 09:30:00',
  duration: '应为时长，例如 P1D',
  ipv4: '应为 IPv4 地址',
  ipv6: '应为 IPv6 地址',
  cidrv4: '应为 IPv4 网段',
  cidrv6: '应为 IPv6 网段',
  base64: '应为 base64 编码',
  base64url: '应为 base64url 编码',
  e164: '应为带国家代码的电话号码',
  json_string: '应为 JSON',
};

/**
 * What is wrong with an input, in Chinese: for every code of issue that zod 4 has. No pattern and no word of zod's is
 * shown. Given to zod as the error map of a parse, or of an installation.
 * @param issue an issue of zod 4
 * @returns one Chinese sentence without its full stop
 * @example reportSchema(form).safeParse(json, { error: issueMessage })
 */
export function issueMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '缺少这一项';
      return `应为${spaced(types[issue.expected] ?? '另一种内容')}，写的是${spaced(nameOf(issue.input))}`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'too_big':
      return bound(
        issue.origin,
        issue.maximum,
        issue.exact ? '应为' : issue.inclusive === false ? '应小于' : '不能超过',
      );
    case 'too_small':
      if (isOne(issue.minimum) && !isNumeric(issue.origin)) return '不能为空';
      return bound(
        issue.origin,
        issue.minimum,
        issue.exact ? '应为' : issue.inclusive === false ? '应大于' : '不能少于',
      );
    case 'invalid_format':
      if (issue.format === 'starts_with') return `应以“${String(issue['prefix'])}”开头`;
      if (issue.format === 'ends_with') return `应以“${String(issue['suffix'])}”结尾`;
      if (issue.format === 'includes') return `应含有“${String(issue['includes'])}”`;
      return formats[issue.format] ?? '格式不对';
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`;
    case 'unrecognized_keys':
      return `不认识的字段：${issue.keys.join('、')}`;
    case 'invalid_union':
      return unionMessage(issue);
    case 'invalid_key':
      return '字段的名称不对';
    case 'invalid_element':
      return '其中有一项不对';
    case 'custom':
      return '不符合要求';
    default:
      return '不符合要求';
  }
}

function unionMessage(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (issue.input === undefined) return '缺少这一项';
  if (discriminator === undefined) return '不是可以接受的写法';
  const known = options && options.length > 0 ? `，只能是：${options.map(String).join('、')}` : '';
  return `不认识的 ${discriminator}，或与其他字段不符${known}`;
}

function bound(origin: string, limit: number | bigint, comparison: string): string {
  const number = String(limit);
  switch (origin) {
    case 'string':
      return `${comparison} ${number} 字`;
    case 'array':
    case 'set':
    case 'tuple':
      return `${comparison} ${number} 项`;
    case 'file':
      return `${comparison} ${number} 字节`;
    case 'object':
    case 'record':
    case 'map':
      return `${comparison} ${number} 个字段`;
    default:
      return `${comparison === '不能少于' ? '不能小于' : comparison === '不能超过' ? '不能大于' : comparison} ${number}`;
  }
}

/** A word that begins with a letter is separated from the Chinese before it. */
function spaced(word: string): string {
  return /^[a-z]/i.test(word) ? ` ${word}` : word;
}

function isNumeric(origin: string): boolean {
  return ['number', 'int', 'bigint', 'date'].includes(origin);
}

function isOne(limit: number | bigint): boolean {
  return Number(limit) === 1;
}

function nameOf(value: unknown): string {
  if (value === null) return types['null']!;
  if (Array.isArray(value)) return types['array']!;
  if (typeof value === 'number' && Number.isNaN(value)) return types['nan']!;
  if (typeof value === 'number' && !Number.isInteger(value)) return '小数';
  return types[typeof value] ?? '另一种内容';
}
