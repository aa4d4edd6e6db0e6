import type { Contact } from '@gongkai/schema';

const labels: Readonly<Record<keyof Contact, string>> = {
  office: '联系部门',
  person: '联系人',
  address: '地址',
  postcode: '邮编',
  phone: '电话',
  fax: '传真',
  email: '电子邮箱',
  website: '网址',
};

/** What the report says of whom to ask, as labelled lines; nothing that it leaves out. */
export function contactLines(contact: Contact): { readonly label: string; readonly text: string }[] {
  return (Object.keys(labels) as (keyof Contact)[]).flatMap((key) => {
    const text = contact[key];
    return text ? { label: labels[key], text } : [];
  });
}
