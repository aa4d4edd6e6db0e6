import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { issueMessage } from './issue-message.ts';

const messageOf = (schema: z.ZodMiniType, value: unknown) => {
  const result = schema.safeParse(value, { error: issueMessage });
  return result.success ? undefined : result.error.issues.map(({ message }) => message).join('；');
};

const many = (length: number) => Array.from({ length }, () => 1);

describe('what is wrong with an input is said in Chinese', () => {
  it.each<[string, z.ZodMiniType, unknown, string]>([
    ['a missing field', z.object({ a: z.string() }), {}, '缺少这一项'],
    ['text in place of a list', z.array(z.string()), 'a', '应为列表，写的是文字'],
    ['a list in place of an object', z.object({}), [], '应为对象，写的是列表'],
    ['a blank in place of a number', z.number(), null, '应为数字，写的是空白（null）'],
    ['a fraction in place of a whole number', z.int(), 1.5, '应为整数，写的是小数'],
    ['no boolean', z.boolean(), 'yes', '应为 true 或 false，写的是文字'],
    ['no date', z.date(), '2027', '应为日期，写的是文字'],
    ['one of several words', z.enum(['own', 'consolidated']), 'both', '只能是：own、consolidated'],
    ['one word', z.literal('own'), 'both', '只能是：own'],
    ['too long a text', z.string().check(z.maxLength(2)), 'abc', '不能超过 2 字'],
    ['too short a text', z.string().check(z.minLength(3)), 'ab', '不能少于 3 字'],
    ['an empty text', z.string().check(z.minLength(1)), '', '不能为空'],
    ['a text of another length', z.string().check(z.length(6)), 'ab', '应为 6 字'],
    ['too long a list', z.array(z.int()).check(z.maxLength(2)), many(3), '不能超过 2 项'],
    ['an empty list', z.array(z.int()).check(z.minLength(1)), [], '不能为空'],
    ['too large a number', z.int().check(z.maximum(2100)), 9999, '不能大于 2100'],
    ['too small a number', z.int().check(z.minimum(1)), 0, '不能小于 1'],
    ['a number at an open bound', z.number().check(z.lt(1)), 1, '应小于 1'],
    ['a number at an open lower bound', z.number().check(z.gt(1)), 1, '应大于 1'],
    ['no multiple', z.int().check(z.multipleOf(5)), 7, '应为 5 的倍数'],
    ['a pattern', z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)), 'x', '格式不对'],
    ['no e-mail address', z.email(), 'x', '应为电子邮箱，例如 xxgk@example.gov.cn'],
    ['no address', z.url(), 'x', '应为网址，以 http:// 或 https:// 开头'],
    ['no day', z.iso.date(), '2027-13-01', '应为日期，例如 2027-01-31'],
    ['no moment', z.iso.datetime(), 'x', '应为时刻，例如 2027-01-31T01:00:00Z'],
    ['another beginning', z.string().check(z.startsWith('gkt_')), 'x', '应以“gkt_”开头'],
    ['another end', z.string().check(z.endsWith('.gov.cn')), 'x', '应以“.gov.cn”结尾'],
    ['a part left out', z.string().check(z.includes('@')), 'x', '应含有“@”'],
    ['an unknown field', z.strictObject({}), { a: 1, b: 2 }, '不认识的字段：a、b'],
    ['none of a union', z.union([z.string(), z.int()]), true, '不是可以接受的写法'],
    [
      'none of a union by its kind',
      z.discriminatedUnion('type', [z.object({ type: z.literal('a') }), z.object({ type: z.literal('b') })]),
      { type: 'c' },
      '不认识的 type，或与其他字段不符，只能是：a、b',
    ],
    ['the name of a field', z.record(z.string().check(z.maxLength(1)), z.int()), { ab: 1 }, '字段的名称不对'],
    ['an element of a map', z.map(z.string(), z.int()), new Map([['a', 'x']]), '应为数字，写的是文字'],
    ['what a rule of our own refuses', z.string().check(z.refine(() => false)), 'x', '不符合要求'],
    ['too large a file', z.file().check(z.maxSize(1)), new File(['ab'], 'a'), '不能超过 1 字节'],
  ])('%s', (_name, schema, value, message) => {
    expect(messageOf(schema, value)).toBe(message);
  });

  it('for every code that zod has', () => {
    const codes: Record<z.core.$ZodIssueCode, true> = {
      ...{ invalid_type: true, too_big: true, too_small: true, invalid_format: true, not_multiple_of: true },
      ...{ unrecognized_keys: true, invalid_union: true, invalid_key: true, invalid_element: true },
      ...{ invalid_value: true, custom: true },
    };
    for (const code of Object.keys(codes)) {
      const issue = { code, expected: 'x', format: 'x', origin: 'x', values: [], keys: [], input: 1, path: [] };
      expect(issueMessage(issue as never)).toMatch(/\p{Script=Han}/u);
    }
  });
});
