import { readdir, readFile } from 'node:fs/promises';

const pageSize = 4096;

/** Resident memory of a process, 0 where the system does not tell. */
export async function residentBytes(pid: number | string | undefined): Promise<number> {
  const [, pages] = (await fieldsOf(pid, 'statm')) ?? [];
  return pages === undefined ? 0 : Number(pages) * pageSize;
}

/** Resident memory of all processes of a group together. */
export async function residentBytesOfGroup(group: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const sizes = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === group ? residentBytes(pid) : 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function groupOf(pid: string): Promise<number | undefined> {
  // The name in brackets may hold anything, so count from behind it: state, parent, group.
  const fields = await fieldsOf(pid, 'stat', /^.*\)\s*/s);
  return fields && Number(fields[2]);
}

async function fieldsOf(pid: number | string | undefined, file: string, before = /^/): Promise<string[] | undefined> {
  try {
    return (await readFile(`/proc/${pid}/${file}`, 'utf8')).replace(before, '').split(' ');
  } catch {
    return undefined;
  }
}
