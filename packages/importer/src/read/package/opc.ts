import { Refusal } from '../../source/refusal.ts';
import { base64Bytes } from './base64.ts';
import { child, parseXml, type Xml } from './xml.ts';
import { entryNames, unpackParts } from './zip.ts';

/** A part that another part refers to. */
export interface Relationship {
  /** Path of the part in the package. */
  readonly target: string;
  /** Last word of the relationship type, such as officeDocument or styles. */
  readonly type: string;
}

/**
 * The parts of an Office document, stored as a zip package or as one XML file. Names are compared without regard to
 * case.
 */
export interface OfficePackage {
  /** Path and content type of the main part; undefined if none is declared or found. */
  readonly main: { readonly path: string; readonly contentType: string } | undefined;
  /** Paths of all parts, in stored order and spelling. */
  readonly paths: readonly string[];
  bytes(path: string): Uint8Array | undefined;
  xml(path: string): Xml | undefined;
  /** The parts that a part refers to, by id; targets outside the package are left out. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
}

/** Maximum number of bytes that all parts read may unpack to together. */
const maxBytes = 32 * 2 ** 20;

interface Store {
  readonly paths: readonly string[];
  has(path: string): boolean;
  bytes(path: string): Uint8Array | undefined;
  xml(path: string): Xml | undefined;
  contentType(path: string): string;
}

/** Opens a zip package. @throws Refusal if it is damaged */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const names = new Map(entryNames(bytes).map((name) => [nameKey(name), name]));
  const unpacked = new Map<string, Uint8Array | undefined>();
  let total = 0;
  const part = (path: string): Uint8Array | undefined => {
    const name = names.get(nameKey(path));
    if (name === undefined) return undefined;
    if (!unpacked.has(name)) {
      const found = unpackParts(bytes, (one) => one === name).get(name);
      total += found?.length ?? 0;
      if (total > maxBytes)
        throw new Refusal('too-large', '文件解开后太大，不像是一份年度报告。', '单独一份年度报告文件');
      unpacked.set(name, found);
    }
    return unpacked.get(name);
  };
  const xml = (path: string): Xml | undefined => {
    const found = part(path);
    return found && parseXml(found);
  };
  let types: Xml | undefined;
  return packageOf({
    paths: [...names.values()],
    has: (path) => names.has(nameKey(path)),
    bytes: part,
    xml,
    contentType: (path) => {
      types ??= xml('[Content_Types].xml');
      const wanted = nameKey(path);
      return (
        types?.children.find(
          ({ name, attributes }) => name === 'Override' && nameKey(attributes.PartName ?? '') === wanted,
        )?.attributes.ContentType ?? ''
      );
    },
  });
}

/** Opens an Office document stored as one XML file (Flat OPC). */
export function openFlatPackage(root: Xml): OfficePackage {
  const parts = new Map(root.children.map((part) => [nameKey(part.attributes.name ?? ''), part]));
  return packageOf({
    paths: root.children.map(({ attributes }) => attributes.name ?? ''),
    has: (path) => parts.has(nameKey(path)),
    xml: (path) => child(parts.get(nameKey(path)), 'xmlData')?.children[0],
    bytes: (path) => {
      const binary = child(parts.get(nameKey(path)), 'binaryData');
      return binary && base64Bytes(binary.text);
    },
    contentType: (path) => parts.get(nameKey(path))?.attributes.contentType ?? '',
  });
}

function packageOf(store: Store): OfficePackage {
  const relationships = (path: string): ReadonlyMap<string, Relationship> => {
    const at = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, at);
    const rels = store.xml(`${folder}_rels/${path.slice(at)}.rels`);
    return new Map(
      (rels?.children ?? []).flatMap(({ attributes }) =>
        attributes.TargetMode === 'External'
          ? []
          : [
              [
                attributes.Id ?? '',
                {
                  target: resolved(folder, attributes.Target ?? ''),
                  type: (attributes.Type ?? '').replace(/^.*\//, ''),
                },
              ] as const,
            ],
      ),
    );
  };
  const defaultPaths = ['word/document.xml', 'xl/workbook.xml'];
  const named = [...relationships('').values()].find(({ type }) => type === 'officeDocument')?.target;
  const path = [named, ...defaultPaths].find((one) => one !== undefined && store.has(one));
  return {
    main: path === undefined ? undefined : { path, contentType: store.contentType(path) },
    paths: store.paths,
    bytes: store.bytes,
    xml: store.xml,
    relationships,
  };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = (folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function nameKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
