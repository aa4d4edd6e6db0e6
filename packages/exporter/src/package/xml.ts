import { escapeXml } from '../document/escape-xml.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element; attributes that are undefined are left out. Children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  const content = children.join('');
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
