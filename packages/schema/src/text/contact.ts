import type { Contact } from '../report/report.ts';
import type { Text } from '../rules/rule.ts';

/** Land line with area code, mobile number, or service number of five or more digits, with any dash. */
const phonePattern = /^(?:[（(]?0\d{2,3}[）)]?[-—–－ ]*)?\d{5,8}(?:[-—–－转]\d{1,6})?$|^1\d{10}$/;

/** What is missing or malformed in a contact block. */
export function contactProblems({ address, postcode, phone, website }: Contact): Text[] {
  const problems: Text[] = [];
  if (!address) problems.push({ zh: '缺少地址', en: 'no address' });
  if (!postcode) problems.push({ zh: '缺少邮编', en: 'no postcode' });
  else if (!/^\d{6}$/.test(postcode.trim())) problems.push({ zh: '邮编应为 6 位数字', en: 'a postcode has 6 digits' });
  if (!phone) problems.push({ zh: '缺少电话', en: 'no phone' });
  else if (!phone.split(/[、，,；;/]/).every((number) => phonePattern.test(number.trim())))
    problems.push({ zh: '电话格式不对', en: 'the phone number is malformed' });
  if (website && !/\.gov\.cn(?:[/:?#]|$)/i.test(website.trim()))
    problems.push({ zh: '下载网址不是 .gov.cn 网站', en: 'the download address is not on .gov.cn' });
  return problems;
}
