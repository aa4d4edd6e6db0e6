import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';
import { layers, type Layer } from './layers.ts';
import { isDevelopment, type Complaint, type SourceFile } from './source-files.ts';

/** Reports every import that violates the layers. */
export function checkLayers(files: readonly SourceFile[]): Complaint[] {
  return files.flatMap((file) => {
    const folder = file.path.split('/', 2).join('/');
    return importsOf(file).flatMap((found) => {
      const message = objection(file, folder, found);
      return message ? [{ path: file.path, line: found.line, message }] : [];
    });
  });
}

function objection(file: SourceFile, folder: string, found: Import): string | undefined {
  const { specifier } = found;
  if (specifier.startsWith('.')) {
    if (isDevelopment(file)) return undefined;
    const target = posix.join(posix.dirname(file.path), specifier);
    if (!target.startsWith(`${folder}/`)) return `${specifier} leaves ${folder}`;
    return objectionToFolder(
      layers[folder] ?? { uses: [] },
      file.path.slice(folder.length + 1),
      target.slice(folder.length + 1),
    );
  }
  if (specifier.startsWith('#') || specifier.startsWith('$')) return undefined;

  const layer = layers[folder];
  if (!layer || isDevelopment(file)) return undefined;
  if (!specifier.startsWith('@gongkai/')) return objectionToOutside(folder, layer, specifier);
  if (covers(layer.uses, specifier)) {
    return /\/testing(\/|$)/.test(specifier) ? `${specifier} is for tests` : undefined;
  }
  if (!covers(layer.types ?? [], specifier)) return `${folder} may not use ${specifier}`;
  return found.typeOnly ? undefined : `${folder} may use ${specifier} as types only: write \`import type\``;
}

/** Reports an import of a later folder or of a sibling. Both paths begin with src/. */
function objectionToFolder(layer: Layer, from: string, to: string): string | undefined {
  const { folders: order, adapters = [] } = layer;
  if (!order || posix.dirname(from) === 'src' || isAdapter(adapters, from)) return undefined;
  if (isAdapter(adapters, to)) return `${from} may not use ${to}: it stands on top of all folders (layers.ts)`;
  const [own, other] = [from, to].map((path) => posix.dirname(path).replace(/^src\/?/, ''));
  if (!from.startsWith('src/')) return undefined;
  const [importer, imported] = [placeOf(order, own!), placeOf(order, other!)];
  if (!importer) return `src/${own} has no place in the order of folders (layers.ts)`;
  if (!imported) return `src/${own} may not use src/${other}: it has no place in the order of folders (layers.ts)`;
  if (imported.rank < importer.rank || imported.folder === importer.folder) return undefined;
  const why = imported.rank === importer.rank ? 'they are siblings' : 'it comes later in the order of folders';
  return `src/${importer.folder} may not use src/${imported.folder}: ${why} (layers.ts)`;
}

function isAdapter(adapters: readonly string[], path: string): boolean {
  return adapters.some((entry) =>
    entry.endsWith('/')
      ? path.startsWith(`src/${entry}`)
      : posix.basename(path) === entry && posix.dirname(path) !== 'src',
  );
}

/** The rank of a folder by the longest entry that covers it, and the folder that the entry names. */
function placeOf(order: readonly string[], path: string): { rank: number; folder: string } | undefined {
  const segments = path.split('/');
  for (let length = segments.length; length > 0; length--) {
    const folder = segments.slice(0, length).join('/');
    const siblings = posix.join(posix.dirname(folder), '*');
    const rank = order.findIndex((entry) => entry === folder || entry === siblings);
    if (rank !== -1) return { rank, folder };
  }
  return undefined;
}

function objectionToOutside(folder: string, { outside }: Layer, specifier: string): string | undefined {
  return !outside || covers(outside, specifier) ? undefined : `${folder} may not depend on ${specifier}`;
}

function covers(entries: readonly string[], specifier: string): boolean {
  return entries.some((entry) => specifier === entry || specifier.startsWith(`${entry}/`));
}
