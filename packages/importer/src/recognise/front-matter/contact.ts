import type { Contact } from '@gongkai/schema';
import { normaliseRadicals } from '../../source/radicals.ts';
import { fold } from '../text/match-key.ts';
import { tidyLetters } from '../text/tidy.ts';

type Part = keyof Contact;

/** Words that introduce each part of a contact. */
const labels: Readonly<Record<Part, string>> = {
  office: '联系单位|联系部门|联系科室|联系机构|办理机构|受理机构',
  person: '联系人|负责人|经办人',
  address: '联系地址|通讯地址|通信地址|办公地址|邮寄地址|办公地点|地址',
  postcode: '邮政编码|邮编',
  phone: '联系电话|咨询电话|服务电话|公开电话|电话号码|办公电话|电话|咨询热线|热线|联系方式',
  fax: '传真号码|传真电话|传真',
  email: '电子邮箱|电子邮件|电子信箱|邮箱|e-?mail',
  website: '网站地址|网址',
};

/** The pattern that the value of a part must match, without dashes. */
const shapes: Partial<Record<Part, RegExp>> = {
  postcode: /^\d{6}$/u,
  phone: /^[(+]?\d[\d()/、转-]{6,}/u,
  fax: /^[(+]?\d[\d()/、转-]{6,}/u,
  website: /^[\w.:/?=&%#~-]+$/u,
};
const digits = new Set<Part>(['postcode', 'phone', 'fax']);

const anyLabel = Object.values(labels).join('|');
/** One label, or two labels for one value: 电话/传真, 电话（传真）, 联系电话及传真. */
const label = new RegExp(
  `(${anyLabel})(?:\\s*(?:[/／、和及与(（]|[(（]兼|兼)\\s*(${anyLabel})\\s*[)）]?)?\\s*(?:号码)?\\s*(?:[:：]|为|是|(?=[(（+]?\\d))`,
  'giu',
);
const open = '(（【[';
const close = ')）】]';
const enough = /[，,；;。\n<>！？]/u;
const maxValueLength = 100;

/**
 * Reads the office, address, telephone and other contact parts from the preamble, regardless of blanks between letters.
 */
export function findContact(preamble: string): Contact {
  const text = tidyLetters(normaliseRadicals(preamble).replaceAll(/[\u200b-\u200f\ufeff]/gu, ''));
  const contact: Partial<Record<Part, string>> = {};
  const found = [...text.matchAll(label)];
  found.forEach(({ 0: whole, 1: first, 2: second, index }, at) => {
    const next = found[at + 1]?.index ?? text.length;
    const raw = valueIn(text.slice(index + whole.length, Math.min(next, index + whole.length + maxValueLength)));
    for (const words of second === undefined ? [first!] : [first!, second]) {
      const part = partOf(words);
      const value = digits.has(part) ? numberIn(fold(raw)) : raw;
      if (value !== '' && contact[part] === undefined && (shapes[part]?.test(value.replace(/[—－–\s]/gu, '-')) ?? true))
        contact[part] = value;
    }
  });
  const office = contact.office ?? officeIn(text);
  const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/u.exec(text)?.[0] ?? contact.email;
  const website = contact.website ?? /https?:\/\/[\w.:/?=&%#~-]{4,200}/iu.exec(text)?.[0];
  return {
    ...contact,
    ...(office !== undefined && { office }),
    ...(email !== undefined && { email }),
    ...(website !== undefined && { website }),
  };
}

/** Two of these parts in one paragraph make it a contact rather than a number mentioned in passing. */
const telling: readonly Part[] = ['address', 'postcode', 'phone', 'fax', 'email'];

/**
 * The contact in the preamble; if there is none, the contact of another paragraph with at least two of the telling
 * parts, provided that it is the only such paragraph.
 */
export function findContactIn(preamble: string, elsewhere: readonly string[]): Contact {
  const contact = findContact(preamble);
  if (telling.some((part) => contact[part] !== undefined)) return contact;
  const found = elsewhere
    .map(findContact)
    .filter((one) => telling.filter((part) => one[part] !== undefined).length >= 2);
  return found.length === 1 ? { ...found[0], ...contact } : contact;
}

function partOf(words: string): Part {
  const parts = Object.entries(labels) as [Part, string][];
  return parts.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words))![0];
}

/**
 * The value up to the end of the clause. Brackets opened within it belong to it; a closing bracket around the whole
 * does not.
 */
function valueIn(text: string): string {
  let depth = 0;
  let end = 0;
  for (; end < text.length; end++) {
    const character = text[end]!;
    if (open.includes(character)) depth++;
    else if (close.includes(character) && --depth < 0) break;
    else if (depth === 0 && enough.test(character)) break;
  }
  return text
    .slice(0, end)
    .replace(/(?<![\s、(（【[:：])[\s、(（【[:：]+$/u, '')
    .trim();
}

/** The number at the beginning of a value, with its dashes, brackets and extension. */
function numberIn(value: string): string {
  return (
    /^[(+]?\d[\d()\s—－–-]*(?:[/、]\s*\d[\d—－–-]*)*(?:转\d+)?/u.exec(value)?.[0].replace(/(?<![\s(])[\s(]+$/u, '') ??
    ''
  );
}

const reach = String.raw`[^，,。；;\n]{2,50}?`;
const offices = [
  new RegExp(
    `(?:请|可|应|敬请|欢迎|烦请|及时|直接|径)(?:及时|直接|径)?[与同跟](${reach})(?:及时|直接)?(?:取得|进行|保持)?联系`,
    'u',
  ),
  new RegExp(`[与同跟](${reach})(?:及时|直接)?(?:取得|进行|保持)?联系`, 'u'),
  new RegExp(`(?:请|可|欢迎|敬请)(?:及时|直接|径)?向(${reach})(?:咨询|反映|查询|提出|了解)`, 'u'),
  new RegExp(
    `(?:请|可|欢迎|敬请)(?:及时|直接|径)?(?:联系|咨询|致电)(?!人|电话|方式|地址|我们)([^，,。；;\\n:：]{2,40})`,
    'u',
  ),
];

/** The office that readers are asked to contact. Text in brackets is its address and numbers. */
function officeIn(text: string): string | undefined {
  const plain = text.replaceAll(/[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]/gu, '');
  for (const pattern of offices) {
    const found = pattern
      .exec(plain)?.[1]
      ?.replace(/(?:取得|进行|及时|直接)$/u, '')
      .trim();
    if (found && found.length > 1 && !/^(?:我们|本报告|以上)/u.test(found)) return found;
  }
  return undefined;
}
