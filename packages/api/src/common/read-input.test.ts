import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { ApiError } from './errors.ts';
import { readInput } from './read-input.ts';
import { agencyId, day, line, reportKey, year } from './schemas.ts';

const input = z.strictObject({ ...reportKey.shape, cells: z.optional(z.array(line(20))), until: z.optional(day) });
const right = { agencyId: '01JCX0000000000000000000AA', year: 2024, kind: 'own' };

const refusalOf = (value: unknown) => {
  try {
    readInput(input, value);
  } catch (error) {
    if (error instanceof ApiError) return error.message.replace('提交的内容不符合要求：', '');
    throw error;
  }
  return undefined;
};

test.each([
  [{}, '机关编号（agencyId）：缺少这一项'],
  [{ ...right, agencyId: 'x' }, '机关编号（agencyId）：应为机关编号：26 位大写字母和数字'],
  [{ ...right, year: 1066 }, '年度（year）：不能小于 2008'],
  [{ ...right, kind: 'both' }, '类别（kind）：只能是：own、consolidated'],
  [{ ...right, cells: 'x' }, '数据项（cells）：应为列表，写的是文字'],
  [{ ...right, cells: ['a', 'x\u0001'] }, '数据项（cells） › 第 2 项：应为一行文字，不含换行和控制字符'],
  [{ ...right, until: '2027-02-30' }, '延期日期（until）：应为日期，例如 2027-01-31'],
  [{ ...right, remark: 1 }, '不认识的字段：remark'],
  [[], '应为对象，写的是列表'],
])('%j is refused in Chinese, with the field by name', (value, message) => expect(refusalOf(value)).toBe(message));

test('no pattern and no word of the library reaches a reader', () => {
  for (const schema of [agencyId, year, day, line(3)])
    for (const value of [undefined, null, 1, 'x', [], {}, '\u0001', 'abcd'])
      expect(
        z
          .safeParse(schema, value)
          .error?.issues.map(({ message }) => message)
          .join() ?? '',
      ).not.toMatch(/[\^$\\]|expected|received|Invalid|undefined/);
});
