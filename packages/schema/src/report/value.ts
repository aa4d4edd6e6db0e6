import type { Measure } from '../layout/layout.ts';

/** Answered with a sign or word instead of a number ("/", "—", 无); the text is kept. Never taken for zero. */
export interface NotApplicable {
  readonly na: string;
}

/**
 * A figure: an integer; a decimal string as written (amounts in 万元, "105.650"); null for a blank cell;
 * or "not applicable". Zero, blank and not applicable are three different answers.
 */
export type Value = number | string | null | NotApplicable;

/** An amount in 万元: a decimal string as written ("0", "105.650"), never a number, which would lose its decimals. */
export type MoneyValue = Exclude<Value, number>;

/** Decimal number as a cell may hold it: optional minus, digits, optional fraction. */
export const decimalPattern = /^-?\d{1,15}(?:\.\d{1,12})?$/;

/**
 * True for a value that is a sign or word instead of a number.
 * @param value a cell's value
 * @returns whether it is a sign or word instead of a number
 * @example isNotApplicable({ na: '/' }) // true
 */
export function isNotApplicable(value: Value): value is NotApplicable {
  return typeof value === 'object' && value !== null;
}

/**
 * True for a number, false for blank and not applicable.
 * @param value a cell's value
 * @returns whether it is a number or a decimal string
 * @example isAnswered(null) // false
 */
export function isAnswered(value: Value): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

/**
 * The value as official tables and figures CSV print it: a change carries its sign unless 0, a blank is ''.
 * @param value a cell's value
 * @param measure what the cell measures
 * @returns text without a unit; money in 万元 as written
 * @example formatValue(3, 'change') // '+3'
 */
export function formatValue(value: Value, measure: Measure): string {
  if (value === null) return '';
  if (isNotApplicable(value)) return value.na;
  if (measure === 'change' && typeof value === 'number' && value > 0) return `+${value}`;
  return String(value);
}

/**
 * The sum of figures. A blank makes it blank, for what is not known cannot be added; "not applicable" adds nothing,
 * and the sum itself is not applicable only where all values are.
 * @param values figures of one measure
 * @returns a number, a decimal string, `null` for blank, or "not applicable"
 * @example addValues(['1.5', 2, null]) // null
 */
export function addValues(values: readonly Value[]): Value {
  if (values.includes(null)) return null;
  const answered = values.filter(isAnswered);
  if (answered.length === 0) return values[0] ?? null;
  if (answered.every((value) => typeof value === 'number')) return answered.reduce((total, value) => total + value, 0);
  return addDecimals(answered.map(String));
}

/** The exact sum of decimal numbers, with as many decimals as the longest of them has. */
function addDecimals(numbers: readonly string[]): string {
  const decimals = Math.max(...numbers.map(decimalsOf));
  const total = numbers.reduce((sum, number) => sum + scaled(number, decimals), 0n);
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${total < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

/**
 * How many decimals a number is written with.
 * @param number a decimal string
 * @returns digits after the point
 * @example decimalsOf('1.50') // 2
 */
export function decimalsOf(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}

/**
 * A decimal number times 10 to the power of `decimals`, which must be at least its own.
 * @param number a decimal string
 * @param decimals a whole number, at least the decimals of the number
 * @returns a whole number
 * @example scaled('1.50', 6) // 1500000n
 */
export function scaled(number: string, decimals: number): bigint {
  return BigInt(number.replace('.', '') + '0'.repeat(decimals - decimalsOf(number)));
}

/**
 * An amount in 万元 as a whole number of 分 (1 万元 = 1,000,000 分), or undefined beyond 6 decimals.
 * @param amount a decimal string in 万元
 * @returns undefined beyond 6 decimals
 * @example toFen('1.50') // 1500000n
 */
export function toFen(amount: string): bigint | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(amount);
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/(?<!0)0+$/, '');
  if (fraction.length > 6) return undefined;
  const fen = BigInt(match[2]! + fraction.padEnd(6, '0'));
  return match[1] ? -fen : fen;
}
