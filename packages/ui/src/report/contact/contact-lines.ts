import type { Contact } from '@gongkai/schema';

/** Labels of the contact fields, in official order. */
export const contactLabels: Readonly<Record<keyof Contact, string>> = {
  office: '联系部门',
  person: '联系人',
  address: '地址',
  postcode: '邮编',
  phone: '电话',
  fax: '传真',
  email: '电子邮箱',
  website: '网址',
};

export const contactFields = Object.keys(contactLabels) as (keyof Contact)[];

export interface ContactLine {
  readonly field: keyof Contact;
  readonly label: string;
  readonly text: string;
}

/** The contact as labelled lines; empty fields are omitted. */
export function contactLines(contact: {
  readonly [Field in keyof Contact]?: string | null | undefined;
}): ContactLine[] {
  return contactFields.flatMap((field) => {
    const text = contact[field];
    return text ? { field, label: contactLabels[field], text } : [];
  });
}
