/** A number with its unit in running text. Offsets count in the text given. */
export interface Quantity {
  readonly value: number;
  /** Decimals as printed. */
  readonly decimals: number;
  readonly unit: string;
  /** 约, 近, 余 and the like: not meant exactly. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const units = '万元|亿元|元|件次|人次|件|宗|条|项|份|起|个|次|篇|部|期|%';
/** Words before a number that is not meant exactly. */
const roughly = '约|近|超过?|逾|至少|不少于';
/** No end of a longer number, of one cut wrongly, or of a range such as 10-20. */
const alone = '(?<![\\d.]|\\d\\s?[,~～至—–－-]\\s?)';
const pattern = new RegExp(
  `(${roughly})?\\s{0,3}${alone}(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.(\\d{1,8}))?\\s{0,3}(余|多)?\\s{0,3}(${units})(余|多)?`,
  'g',
);
/** Written-out numbers count things only: 一 and 第一 stand in too many other places. */
const writtenOut = new RegExp(
  `(${roughly}|[数几上])?\\s{0,3}(?<![第〇零一二两三四五六七八九十百千万亿])([〇零一二两三四五六七八九十百千]{1,9})\\s{0,3}(件|宗|起)(?!事)`,
  'g',
);
/** 三五 is "some three to five", 二〇 a number by its digits: neither is read. */
const digitsInARow = /[一二两三四五六七八九][〇零一二两三四五六七八九]/;

/**
 * Every quantity of a text in order.
 * @param text running text in Chinese
 * @returns numbers with their unit and place
 * @example quantitiesIn('收到申请十二件')[0]?.value // 12
 */
export function quantitiesIn(text: string): Quantity[] {
  const plain = inHalfWidth(text);
  const found = (/\d/.test(plain) ? [...plain.matchAll(pattern)] : []).map((match): Quantity => {
    const [whole, before, digits, fraction = '', more, unit, after] = match;
    const start = match.index + whole.indexOf(digits!);
    return {
      value: Number(`${digits!.replaceAll(',', '')}.${fraction}`),
      decimals: fraction.length,
      unit: unit!,
      approximate: Boolean(before ?? more ?? after),
      start,
      end: match.index + whole.length,
    };
  });
  const words = (/[件宗起]/.test(plain) ? [...plain.matchAll(writtenOut)] : [])
    .filter((match) => !digitsInARow.test(match[2]!))
    .map((match): Quantity => {
      const [whole, before, number, unit] = match;
      return {
        value: chineseNumber(number!),
        decimals: 0,
        unit: unit!,
        approximate: before !== undefined,
        start: match.index + whole.indexOf(number!),
        end: match.index + whole.length,
      };
    });
  return words.length === 0 ? found : [...found, ...words].sort((a, b) => a.start - b.start);
}

/** Full-width digits, points and percent signs as ASCII; every character keeps its place. */
export function inHalfWidth(text: string): string {
  if (!/[０-９．％]/.test(text)) return text;
  return text.replace(/[０-９．％]/g, (character) => character.normalize('NFKC'));
}

/** A number in Chinese characters below 10,000. */
export function chineseNumber(text: string): number {
  const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const power = powers[character];
    if (power === undefined) digit = character === '两' ? 2 : Math.max(0, '零一二三四五六七八九'.indexOf(character));
    else {
      total += (digit || 1) * power;
      digit = 0;
    }
  }
  return total + digit;
}
