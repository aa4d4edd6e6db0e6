import { element, xmlDeclaration } from '../package/xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Part {
  readonly path: string;
  readonly type: string;
  /** Type of the document's relationship to it. */
  readonly relation: string;
  readonly id: string;
}

export const documentParts = {
  styles: { path: 'word/styles.xml', type: `${types}.styles+xml`, relation: `${office}/styles`, id: 'styles' },
  numbering: {
    path: 'word/numbering.xml',
    type: `${types}.numbering+xml`,
    relation: `${office}/numbering`,
    id: 'numbering',
  },
  settings: {
    path: 'word/settings.xml',
    type: `${types}.settings+xml`,
    relation: `${office}/settings`,
    id: 'settings',
  },
  fontTable: {
    path: 'word/fontTable.xml',
    type: `${types}.fontTable+xml`,
    relation: `${office}/fontTable`,
    id: 'fonts',
  },
  oddFooter: { path: 'word/footer1.xml', type: `${types}.footer+xml`, relation: `${office}/footer`, id: 'odd' },
  evenFooter: { path: 'word/footer2.xml', type: `${types}.footer+xml`, relation: `${office}/footer`, id: 'even' },
  header: { path: 'word/header1.xml', type: `${types}.header+xml`, relation: `${office}/header`, id: 'header' },
} as const satisfies Readonly<Record<string, Part>>;

const relationships = (list: readonly { id: string; type: string; target: string }[]) =>
  xmlDeclaration +
  element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...list.map(({ id, type, target }) => element('Relationship', { Id: id, Type: type, Target: target })),
  );

export const packageRelationships = relationships([
  { id: 'document', type: `${office}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'core',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
]);

/** Relationships of the document to the parts that it has. */
export function documentRelationships(parts: readonly Part[]): string {
  return relationships(
    parts.map(({ id, relation, path }) => ({ id, type: relation, target: path.replace('word/', '') })),
  );
}

/** Content types of the parts. */
export function contentTypes(parts: readonly Part[]): string {
  const override = (path: string, type: string) => element('Override', { PartName: `/${path}`, ContentType: type });
  return (
    xmlDeclaration +
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      override('word/document.xml', `${types}.document.main+xml`),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...parts.map(({ path, type }) => override(path, type)),
    )
  );
}
