import fs from 'node:fs';
import { dirname, join, relative } from 'node:path';

type Dirty = { from: number; to: number }[] | 'all';

/**
 * Maintains an image of a folder as a power cut would leave it. A file's content and name reach the image when the file
 * is synced, a folder's names when the folder is synced; data that was never synced is never in it. It intercepts
 * Node's synchronous file functions, which are the only ones used on the folder.
 */
export function keepImage(folder: string, image: string): void {
  const paths = new Map<number, string>();
  const dirty = new Map<number, Dirty>();
  /** Path in the image of the content of each inode. */
  const homes = new Map<number, string>();
  const { openSync, closeSync, writeSync, renameSync, unlinkSync, rmdirSync } = fs;
  const { truncateSync, ftruncateSync, fsyncSync } = fs;
  const inImage = (path: string) => join(image, relative(folder, path));
  const inodeOf = (file: number) => fs.fstatSync(file).ino;
  const isOurs = (path: unknown): path is string => typeof path === 'string' && path.startsWith(folder);
  /** Forgets an inode, because its number may be reused by another file. */
  const forget = (path: fs.PathLike) => {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    homes.delete(stat.ino);
    dirty.delete(stat.ino);
  };

  /** Creates the name of a path and of its parent folders in the image. */
  const name = (path: string) => {
    const stat = fs.statSync(path);
    if (path !== folder) name(dirname(path));
    const home = inImage(path);
    const before = homes.get(stat.ino);
    homes.set(stat.ino, home);
    if (before === home) return;
    if (before === undefined) return void (stat.isDirectory() && fs.mkdirSync(home, { recursive: true }));
    renameSync(before, home);
    for (const [inode, other] of homes)
      if (other.startsWith(`${before}/`)) homes.set(inode, home + other.slice(before.length));
  };

  const syncFolder = (path: string) => {
    name(path);
    const entries = fs.readdirSync(path);
    for (const entry of entries) {
      name(join(path, entry));
      // A file that was never synced keeps its name but not its content.
      if (!fs.existsSync(inImage(join(path, entry)))) fs.writeFileSync(inImage(join(path, entry)), '');
    }
    for (const entry of fs.readdirSync(inImage(path)))
      if (!entries.includes(entry)) fs.rmSync(join(inImage(path), entry), { recursive: true });
  };

  const syncFile = (file: number, path: string) => {
    const { ino, size } = fs.fstatSync(file);
    const ranges = homes.has(ino) ? (dirty.get(ino) ?? []) : 'all';
    name(path);
    copy(file, inImage(path), ranges === 'all' ? [{ from: 0, to: size }] : ranges, size);
    dirty.delete(ino);
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
  // writeSync is overloaded; NODEFS calls it with a buffer and a position.
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
