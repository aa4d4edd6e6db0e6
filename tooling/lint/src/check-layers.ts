import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';
import { layers, type Layer } from './layers.ts';
import { isDevelopment, type Complaint, type SourceFile } from './source-files.ts';

/** Complains of every import that goes against the layers. */
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
    const target = posix.join(posix.dirname(file.path), specifier);
    return target.startsWith(`${folder}/`) || isDevelopment(file) ? undefined : `${specifier} leaves ${folder}`;
  }
  if (specifier.startsWith('#') || specifier.startsWith('$')) return undefined;

  const layer = layers[folder];
  if (!layer || isDevelopment(file)) return undefined;
  if (!specifier.startsWith('@gongkai/')) return objectionToOutside(folder, layer, specifier);
  if (covers(layer.uses, specifier)) {
    return specifier.endsWith('/testing') ? `${specifier} is for tests` : undefined;
  }
  if (!covers(layer.types ?? [], specifier)) return `${folder} may not use ${specifier}`;
  return found.typeOnly ? undefined : `${folder} may use ${specifier} as types only: write \`import type\``;
}

function objectionToOutside(folder: string, { outside }: Layer, specifier: string): string | undefined {
  return !outside || covers(outside, specifier) ? undefined : `${folder} may not depend on ${specifier}`;
}

function covers(entries: readonly string[], specifier: string): boolean {
  return entries.some((entry) => specifier === entry || specifier.startsWith(`${entry}/`));
}
