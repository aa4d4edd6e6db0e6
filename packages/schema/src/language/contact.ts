import { withoutBlanks } from './passages.ts';
import type { Contact } from '../report/report.ts';
import type { Text } from '../engine/rule.ts';

/** Land line with area code, mobile number, or service number of five or more digits, with any dash. */
const phonePattern = /^(?:[（(]?0\d{2,3}[）)]?[-—–－ ]*)?\d{5,8}(?:[-—–－转]\d{1,6})?$|^1\d{10}$/;

/** Labels of contact parts in running text without blanks, which stretched type sets between their characters. */
const written = {
  address: /地址[:：]?[\u4e00-\u9fff]/,
  postcode: /邮(?:政)?编(?:码)?[:：]?\d{6}/,
  phone: /(?:电话|联系方式|热线|传真)[^\d]{0,12}[（(]?\d{3}/,
} as const;

/** What is missing or malformed in a contact block. @param preamble words in which a part may stand unread */
export function contactProblems({ address, postcode, phone, website }: Contact, preamble = ''): Text[] {
  const problems: Text[] = [];
  const text = withoutBlanks(preamble);
  const stands = (part: keyof typeof written) => written[part].test(text);
  if (!address && !stands('address')) problems.push({ zh: '缺少地址', en: 'no address' });
  if (!postcode && !stands('postcode')) problems.push({ zh: '缺少邮编', en: 'no postcode' });
  else if (postcode && !/^\d{6}$/.test(postcode.trim()))
    problems.push({ zh: '邮编应为 6 位数字', en: 'a postcode has 6 digits' });
  if (!phone && !stands('phone')) problems.push({ zh: '缺少电话', en: 'no phone' });
  else if (phone && !phone.split(/[、，,；;/]/).every((number) => phonePattern.test(number.trim())))
    problems.push({ zh: '电话格式不对', en: 'the phone number is malformed' });
  if (website && !/\.gov\.cn(?:[/:?#]|$)/i.test(website.trim()))
    problems.push({ zh: '下载网址不是 .gov.cn 网站', en: 'the download address is not on .gov.cn' });
  return problems;
}
