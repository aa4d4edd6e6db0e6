import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The components that `@gongkai/ui` exports. */
export function componentNames(): string[] {
  const index = readFileSync(fileURLToPath(import.meta.resolve('@gongkai/ui')), 'utf8');
  return Array.from(index.matchAll(/export \{ default as (\w+) \}/g), ([, name]) => name!);
}
