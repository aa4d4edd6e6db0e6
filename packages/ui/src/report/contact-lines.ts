import type { Contact } from '@gongkai/schema';

/** What a contact's fields are called, in their order. */
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

/** Whom to ask, as labelled lines; nothing that is left out. */
export function contactLines(contact: { readonly [Field in keyof Contact]?: string | null | undefined }): {
  readonly field: keyof Contact;
  readonly label: string;
  readonly text: string;
}[] {
  return contactFields.flatMap((field) => {
    const text = contact[field];
    return text ? { field, label: contactLabels[field], text } : [];
  });
}
