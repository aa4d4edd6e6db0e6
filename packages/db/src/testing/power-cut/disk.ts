import fs from 'node:fs';
import { join, relative } from 'node:path';

type Dirty = { from: number; to: number }[] | 'all';

/**
 * Keeps beside a folder the image of what a power cut would leave of it. A file's content and name reach the image
 * when the file is synced, a folder's names when the folder is; what was never synced never gets there.
 * Works on Node's synchronous file functions, which are all that is used on the folder.
 */
export function keepImage(folder: string, image: string): void {
  const paths = new Map<number, string>();
  const dirty = new Map<number, Dirty>();
  /** Where in the image the content of an inode stands. */
  const homes = new Map<number, string>();
  const { openSync, closeSync, writeSync, renameSync, unlinkSync, rmdirSync } = fs;
  const { truncateSync, ftruncateSync, fsyncSync } = fs;
  const inImage = (path: string) => join(image, relative(folder, path));
  const inodeOf = (file: number) => fs.fstatSync(file).ino;
  const isOurs = (path: unknown): path is string => typeof path === 'string' && path.startsWith(folder);
  /** An inode's number is soon another file's. */
  const forget = (path: fs.PathLike) => {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    homes.delete(stat.ino);
    dirty.delete(stat.ino);
  };

  /** Gives an inode its name in the image. */
  const name = (path: string, { ino }: fs.Stats) => {
    const home = inImage(path);
    const before = homes.get(ino);
    if (before === home) return;
    fs.mkdirSync(join(home, '..'), { recursive: true });
    homes.set(ino, home);
    if (!before) return;
    renameSync(before, home);
    for (const [inode, other] of homes)
      if (other.startsWith(`${before}/`)) homes.set(inode, home + other.slice(before.length));
  };

  const syncFolder = (path: string) => {
    for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
      const stat = fs.statSync(join(path, entry.name));
      const known = homes.has(stat.ino);
      name(join(path, entry.name), stat);
      const home = inImage(join(path, entry.name));
      if (entry.isDirectory()) fs.mkdirSync(home, { recursive: true });
      else if (!known) fs.writeFileSync(home, '');
    }
    for (const entry of fs.existsSync(inImage(path)) ? fs.readdirSync(inImage(path)) : [])
      if (!fs.existsSync(join(path, entry))) fs.rmSync(join(inImage(path), entry), { recursive: true });
  };

  const syncFile = (file: number, path: string) => {
    const stat = fs.fstatSync(file);
    const ranges = homes.has(stat.ino) ? (dirty.get(stat.ino) ?? []) : 'all';
    name(path, stat);
    copy(file, inImage(path), ranges === 'all' ? [{ from: 0, to: stat.size }] : ranges, stat.size);
    dirty.delete(stat.ino);
  };

  const copy = (file: number, home: string, ranges: { from: number; to: number }[], size: number) => {
    const target = openSync(home, fs.constants.O_RDWR | fs.constants.O_CREAT);
    for (const { from, to } of ranges) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
      fs.readSync(file, bytes, 0, bytes.length, from);
      writeSync(target, bytes, 0, bytes.length, from);
    }
    ftruncateSync(target, size);
    closeSync(target);
  };

  const override: Partial<typeof fs> = {
    openSync(path, flags, mode) {
      const file = openSync(path, flags, mode);
      if (isOurs(path)) paths.set(file, path);
      if (isOurs(path) && typeof flags === 'number' && flags & fs.constants.O_TRUNC) dirty.set(inodeOf(file), 'all');
      return file;
    },
    closeSync(file) {
      paths.delete(file);
      closeSync(file);
    },
    unlinkSync(path) {
      forget(path);
      unlinkSync(path);
    },
    rmdirSync(path) {
      forget(path);
      rmdirSync(path);
    },
    renameSync(from, to) {
      forget(to);
      renameSync(from, to);
      for (const [file, path] of paths)
        if (path === from || path.startsWith(`${String(from)}/`))
          paths.set(file, String(to) + path.slice(String(from).length));
    },
    truncateSync(path, length) {
      truncateSync(path, length);
      dirty.set(fs.statSync(path).ino, 'all');
    },
    ftruncateSync(file, length) {
      ftruncateSync(file, length);
      dirty.set(inodeOf(file), 'all');
    },
    fsyncSync(file) {
      fsyncSync(file);
      const path = paths.get(file);
      if (path === undefined) return;
      if (fs.fstatSync(file).isDirectory()) syncFolder(path);
      else syncFile(file, path);
    },
  };
  Object.assign(fs, override);
  // Overloaded: NODEFS calls it with a buffer and a position.
  fs.writeSync = ((file: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
    const written = writeSync(file, bytes, offset, length, position);
    if (paths.has(file)) {
      const inode = inodeOf(file);
      const ranges = dirty.get(inode) ?? [];
      if (ranges !== 'all') ranges.push({ from: position, to: position + written });
      dirty.set(inode, ranges);
    }
    return written;
  }) as typeof fs.writeSync;
}
