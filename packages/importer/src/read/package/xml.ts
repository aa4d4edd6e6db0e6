import { SaxesParser } from 'saxes';
import { Refusal } from '../../source/refusal.ts';
import { decodeText } from '../text/decode.ts';

/** An element of a small XML tree; names are without prefix. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** Text directly within the element. */
  readonly text: string;
  /** Elements and text directly within the element, in order. */
  readonly content: readonly (Xml | string)[];
}

const maxElements = 400_000;
const maxDepth = 200;

/** Parses a part of a package. Document types, and therefore entities of any kind, are refused. @throws Refusal */
export function parseXml(bytes: Uint8Array): Xml {
  type Open = {
    name: string;
    attributes: Record<string, string>;
    children: Xml[];
    text: string;
    content: (Xml | string)[];
  };
  const root: Open = { name: '', attributes: {}, children: [], text: '', content: [] };
  const open: Open[] = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Refusal('damaged', '文件里有文档类型声明（DTD），为了安全没有读取。', '由 Word、WPS 或 Excel 保存的文件');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > maxElements || open.length > maxDepth)
      throw new Refusal('too-large', '文件的内容太多或嵌套太深，不像是一份年度报告。', '单独一份年度报告文件');
    const local = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value]));
    const element: Open = { name: localName(name), attributes: local, children: [], text: '', content: [] };
    open.at(-1)!.children.push(element);
    open.at(-1)!.content.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
    open.at(-1)!.content.push(text);
  });
  parser.on('cdata', (text) => {
    open.at(-1)!.text += text;
    open.at(-1)!.content.push(text);
  });
  try {
    parser.write(decodeText(bytes).text).close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged', '文件已损坏：里面的 XML 不完整。', '能用 Word 或 Excel 正常打开的文件');
  }
  return root.children[0] ?? root;
}

export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((one) => one.name === name);
}

/** The element at the end of a path of names. */
export function descendant(element: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((at, name) => child(at, name), element);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
