import type { Contact } from '@gongkai/schema';

/** A part of a contact line, with a link address if it is a telephone number, email address or website. */
export interface ContactRun {
  readonly text: string;
  readonly href?: string;
}

/** A telephone number as agencies write it: area code, seven or eight digits, extension; mobile; service number. */
const phone =
  /(?<!\d)(?:1[3-9]\d{9}|(?:400|800)[-\s]?\d{3}[-\s]?\d{4}|12\d{3}|(?:\+86[-\s]?)?(?:[(（]?0\d{2,3}[)）]?[-—－\s]?)?\d{7,8}(?:\s?(?:转|-|—)\s?\d{1,6})?)(?!\d)/gu;
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;
const website = /(?:https?:\/\/)?(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}(?:\/[\w./%~?=&#-]*)?/giu;

/** Splits a contact line into parts. Telephone numbers, email addresses and websites become links. */
export function contactRuns(field: keyof Contact, text: string): ContactRun[] {
  if (field === 'phone') return linked(text, phone, dialHref);
  if (field === 'email') return linked(text, email, (address) => `mailto:${address}`);
  if (field === 'website')
    return linked(text, website, (address) => (/^https?:/i.test(address) ? address : `http://${address}`));
  return [{ text }];
}

/** RFC 3966: only digits; the extension is a parameter. */
function dialHref(number: string): string {
  const [, main = number, extension] = /^(.*?\d{7,8})\s*(?:转|-|—)\s*(\d{1,6})$/u.exec(number) ?? [];
  const digits = main.replaceAll(/[^\d+]/g, '');
  return extension ? `tel:${digits};ext=${extension}` : `tel:${digits}`;
}

function linked(text: string, pattern: RegExp, href: (match: string) => string): ContactRun[] {
  const runs: ContactRun[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index > end) runs.push({ text: text.slice(end, index) });
    runs.push({ text: match, href: href(match) });
    end = index + match.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}
