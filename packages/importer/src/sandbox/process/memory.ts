import { readdir, readFile } from 'node:fs/promises';

const pageSize = 4096;

/** Resident memory of a process in bytes; 0 if the system does not report it. */
export async function residentBytes(pid: number | string | undefined): Promise<number> {
  const [, pages] = (await fieldsOf(pid, 'statm')) ?? [];
  return pages === undefined ? 0 : Number(pages) * pageSize;
}

/** Resident memory in bytes of all processes of a group. */
export async function residentBytesOfGroup(group: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const sizes = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === group ? residentBytes(pid) : 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function groupOf(pid: string): Promise<number | undefined> {
  // The name in brackets may contain any characters, so the fields are counted after it: state, parent, group.
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
