import { attribute, type Element } from './tree.ts';

/** One compound selector: the conditions on the element, and its combinator with the compound before. */
interface Compound {
  readonly combinator: ' ' | '>' | '+' | '~';
  readonly tests: readonly ((element: Element) => boolean)[];
}

/** A selector of a style sheet. */
export interface Selector {
  readonly specificity: number;
  matches(element: Element): boolean;
}

const token =
  /^(?:([\w\u0080-\uffff-]+|\*)|\.((?:[\w\u0080-\uffff-]|\\.)+)|#((?:[\w\u0080-\uffff-]|\\.)+)|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\])/;
const maxSteps = 20;

/** Parses a selector of tags, classes, ids and attributes; undefined if it contains anything else, such as `:hover`. */
export function parseSelector(text: string): Selector | undefined {
  const compounds: Compound[] = [];
  let specificity = 0;
  let rest = text.trim();
  let combinator: Compound['combinator'] = ' ';
  while (rest !== '') {
    const tests: ((element: Element) => boolean)[] = [];
    for (let match = token.exec(rest); match; match = token.exec(rest)) {
      const [whole, tag, name, id, key, operator, ...values] = match;
      if (tag !== undefined && tests.length > 0) return undefined;
      if (tag !== undefined && tag !== '*') tests.push(({ tagName }) => tagName === tag.toLowerCase());
      else if (tag === '*') tests.push(() => true);
      else if (name !== undefined) tests.push((element) => classesOf(element).includes(unescaped(name)));
      else if (id !== undefined) tests.push((element) => attribute(element, 'id') === unescaped(id));
      else tests.push(attributeTest(key!.toLowerCase(), operator, values.find((value) => value !== undefined) ?? ''));
      specificity += tag === undefined ? (id === undefined ? 100 : 10_000) : tag === '*' ? 0 : 1;
      rest = rest.slice(whole.length);
    }
    if (tests.length === 0 || compounds.length > maxSteps) return undefined;
    compounds.push({ combinator, tests });
    const next = /^\s*([>+~])\s*|^\s+/.exec(rest);
    if (rest !== '' && !next) return undefined;
    combinator = (next?.[1] as Compound['combinator'] | undefined) ?? ' ';
    rest = rest.slice(next?.[0].length ?? 0);
  }
  return compounds.length === 0
    ? undefined
    : { specificity, matches: (element) => matchesFrom(compounds, compounds.length - 1, element) };
}

function matchesFrom(compounds: readonly Compound[], at: number, element: Element): boolean {
  const { tests, combinator } = compounds[at]!;
  if (!tests.every((test) => test(element))) return false;
  if (at === 0) return true;
  if (combinator === '>' || combinator === ' ') {
    for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
      if (matchesFrom(compounds, at - 1, parent)) return true;
      if (combinator === '>') return false;
    }
    return false;
  }
  const before = siblingsBefore(element);
  return (combinator === '+' ? before.slice(-1) : before).some((one) => matchesFrom(compounds, at - 1, one));
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode && 'tagName' in parentNode ? parentNode : undefined;
}

function siblingsBefore(element: Element): Element[] {
  const siblings = (element.parentNode?.childNodes ?? []).filter((node): node is Element => 'tagName' in node);
  return siblings.slice(0, siblings.indexOf(element));
}

function attributeTest(name: string, operator: string | undefined, wanted: string): (element: Element) => boolean {
  return (element) => {
    const value = attribute(element, name);
    if (value === undefined) return false;
    if (operator === undefined) return true;
    if (operator === '=') return value === wanted;
    if (wanted === '') return false;
    if (operator === '^=') return value.startsWith(wanted);
    if (operator === '$=') return value.endsWith(wanted);
    if (operator === '*=') return value.includes(wanted);
    if (operator === '~=') return value.split(/\s+/).includes(wanted);
    return value === wanted || value.startsWith(`${wanted}-`);
  };
}

function classesOf(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/);
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, '$1');
}
