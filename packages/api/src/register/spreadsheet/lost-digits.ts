import { creditCodeFault } from '../../agency/credit-code.ts';
import { columns, type Column } from './columns.ts';

const advice = '请先把这一列设为“文本”，再照证书重新填写，或者重新导出名录后修改';
/** A number as spreadsheet programs show long ones: 1.12399E+17. */
const scientific = /^[-+]?\d+(?:\.\d+)?E[-+]?\d+$/i;

/** Columns whose digits are not a number: a program that reads them as one rounds them or drops leading zeros. */
const ofDigits: ReadonlySet<Column> = new Set(['id', 'divisionCode', 'creditCode', 'postcode', 'phone', 'fax']);

/** Returns how a spreadsheet program has changed a code, in words; undefined if no change is visible. */
export function lostDigits(column: Column, text: string): string | undefined {
  if (!ofDigits.has(column)) return undefined;
  const { label } = columns[column];
  if (scientific.test(text.replaceAll(/\s/g, '')))
    return `${label}“${text}”是表格软件改成的科学记数，原来的数字已经丢失。${advice}`;
  // Numbers keep 15 digits: the last three of 18 become zeros.
  if (column === 'creditCode' && /^\d{15,}000$/.test(text) && creditCodeFault(text) !== undefined)
    return `${label}“${text}”的末三位是 000，校验码不符，是表格软件只保留 15 位数字造成的。${advice}`;
  if (column === 'postcode' && /^\d{4,5}$/.test(text))
    return `${label}“${text}”不足 6 位，开头的 0 可能被表格软件去掉了。${advice}`;
  if ((column === 'phone' || column === 'fax') && withoutAreaZero(text))
    return `${label}“${text}”的区号没有开头的 0，可能被表格软件去掉了。${advice}`;
  return undefined;
}

/**
 * Returns whether the text has only digits, as many as an area code and a number, and is no mobile or service number.
 */
function withoutAreaZero(text: string): boolean {
  return /^[1-9]\d{8,10}$/.test(text) && !/^1[3-9]\d{9}$/.test(text) && !/^[48]00\d{7}$/.test(text);
}

/** Returns why a code must not replace another: the check digits of the other are valid, and its own are not. */
export function worseCreditCode(before: string | null, after: string | null): string | undefined {
  if (before === null || after === null || before === after || creditCodeFault(before) !== undefined) return undefined;
  const fault = creditCodeFault(after);
  if (fault === undefined) return undefined;
  return `名录中的统一社会信用代码 ${before} 校验相符，文件中的“${after}”不符（${fault}），没有更改。确已换发新码的，请在该机关的页面上更改`;
}
