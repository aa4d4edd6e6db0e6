import type { Outcome, Rule, Text } from './rule.ts';
import { formatIfDay } from '../calendar/calendar.ts';
import type { Slip, Suspect } from './finding.ts';
import { skipReasons } from './reasons.ts';

const slips: Record<Slip, Text> = {
  swapped_digits: { zh: '两位数字写反了', en: 'two digits swapped' },
  extra_digit: { zh: '多写了一位数字', en: 'one digit too many' },
  split_number: { zh: '一个数拆在两格里了', en: 'one number split over two cells' },
};

/** The words of a finding: the rule's title when it passes, else what is wrong, or why it was not judged. */
export function messageOf(rule: Rule, outcome: Outcome): Text {
  const { verdict, reason, params, suspects } = outcome;
  if (verdict === 'pass') return rule.title;
  if (verdict === 'skip' && reason) return skipReasons[reason];
  const text = {
    zh: withoutDoubledStops(fill(rule.message.zh, params, formatIfDay)),
    en: fill(rule.message.en, params),
  };
  return suspects ? append(text, suspectText(suspects)) : text;
}

function suspectText(suspects: readonly Suspect[]): Text {
  const zh = suspects.map(({ row, column, value }) => `“${row}”行“${column}”列应为 ${value}`).join('，');
  const en = suspects.map(({ row, column, value }) => `row ${row}, column ${column} should read ${value}`).join('; ');
  const slip = suspects[0]?.slip && slips[suspects[0].slip];
  if (suspects.length === 1 || slip)
    return {
      zh: `最可能填错的一格：${zh}${slip ? `（${slip.zh}）` : ''}。`,
      en: `Most likely wrong: ${en}${slip ? ` (${slip.en})` : ''}.`,
    };
  return { zh: `错的是下列各格之一：${zh}。`, en: `One of these is wrong: ${en}.` };
}

function append(text: Text, more: Text): Text {
  return { zh: text.zh + more.zh, en: `${text.en} ${more.en}` };
}

/** A place in a template for a parameter, with the blanks around it. */
interface Slot {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Templates in their parts, words and slots in turn: rules fill the same ones again and again. */
const parsed = new Map<string, readonly (string | Slot)[]>();

function partsOf(template: string): readonly (string | Slot)[] {
  let parts = parsed.get(template);
  if (!parts) {
    const split = template.split(/( ?)\{(\w+)\}( ?)/);
    parts = split.flatMap((text, at): (string | Slot)[] => {
      if (at % 4 === 0) return [text];
      return at % 4 === 2 ? [{ name: text, before: split[at - 1]!, after: split[at + 1]! }] : [];
    });
    parsed.set(template, parts);
  }
  return parts;
}

function fill(template: string, params: Outcome['params'], inWords?: (value: string) => string | undefined): string {
  let filled = '';
  for (const part of partsOf(template)) {
    if (typeof part === 'string') {
      filled += part;
      continue;
    }
    const value = params[part.name];
    const words = typeof value === 'string' ? inWords?.(value) : undefined;
    // A Chinese sentence has no blanks around a date.
    filled += words ?? `${part.before}${value ?? `{${part.name}}`}${part.after}`;
  }
  return filled;
}

/** A quotation that ends a sentence needs no full stop after it. */
function withoutDoubledStops(text: string): string {
  return text.includes('”。') ? text.replaceAll(/([。！？])”。/g, '$1”') : text;
}
