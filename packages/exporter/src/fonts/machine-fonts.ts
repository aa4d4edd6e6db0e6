import { readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { readFaces, type FontFace } from './font-file.ts';

/** Folders where systems keep fonts; folders that are missing are passed over. */
export function systemFontFolders(): string[] {
  const home = homedir();
  switch (platform()) {
    case 'win32':
      return ['C:\\Windows\\Fonts', join(home, 'AppData', 'Local', 'Microsoft', 'Windows', 'Fonts')];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.fonts'), join(home, '.local/share/fonts')];
  }
}

/** Every face in the folders and the folders in them, by path; files that are no fonts are passed over. */
export function findFaces(folders: readonly string[]): FontFace[] {
  return folders.flatMap((folder) => {
    const files = listFiles(folder).filter((path) => /\.(?:ttf|otf|ttc)$/i.test(path));
    return files.sort().flatMap((path) => {
      try {
        return readFaces(path);
      } catch {
        return [];
      }
    });
  });
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
