import type { Contact } from '@gongkai/schema';

type Part = keyof Contact;

/** Words that introduce each part of a contact. */
const labels: Readonly<Record<Part, string>> = {
  office: '联系单位|联系部门',
  person: '联系人|负责人',
  address: '联系地址|通讯地址|通信地址|办公地址|地址',
  postcode: '邮政编码|邮编',
  phone: '联系电话|咨询电话|电话号码|办公电话|电话',
  fax: '传真号码|传真',
  email: '电子邮箱|电子邮件|邮箱|e-?mail',
  website: '网站地址|网址',
};

/** What the value of a part must look like, dashes apart. */
const shapes: Partial<Record<Part, RegExp>> = {
  postcode: /^\d{6}$/,
  phone: /\d{7}/,
  fax: /\d{7}/,
  website: /^[\w.:/-]+$/,
};

const anyLabel = new RegExp(`(?:${Object.values(labels).join('|')})\\s*[:：]`, 'iu');
const patterns = Object.entries(labels).map(
  ([part, words]) =>
    [part as Part, new RegExp(`(?:${words})\\s*[:：]([^\\n，,；;。（）()、<>]{1,100})`, 'iu')] as const,
);

/** Reads address, telephone and so on out of the preamble. */
export function findContact(text: string): Contact {
  const contact: Partial<Record<Part, string>> = {};
  for (const [part, pattern] of patterns) {
    const value = pattern.exec(text)?.[1]?.split(anyLabel)[0]!.trim();
    if (value && (shapes[part]?.test(value.replace(/[—－–-]/gu, '')) ?? true)) contact[part] = value;
  }
  const office = /与([^，,。；;（(()与\n]{2,40}?)联系/u.exec(text)?.[1]?.trim();
  if (contact.office === undefined && office !== undefined) contact.office = office;
  const website = /https?:\/\/[\w.:/?=&%#~-]{4,200}/iu.exec(text)?.[0];
  if (contact.website === undefined && website !== undefined) contact.website = website;
  return contact;
}
