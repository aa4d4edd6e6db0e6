import { importDocument } from '@gongkai/importer';
import { strToU8, zipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkAgency } from '../sign-in/permissions.ts';
import type { Failure } from '../api/failure.ts';
import type { Recognised } from '../new-report/import-document.ts';
import { ImportBatch, mostFiles, type BatchServer } from './import-batch.svelte.ts';

const fixture = (name: string) => new URL(`../../../../../packages/importer/fixtures/${name}`, import.meta.url);
const unreachable: Failure = { code: 'unreachable', message: '没有连上服务器。' };
const agencies: WorkAgency[] = ['宝清县青原镇人民政府', '云溪县科技局'].map((name, index) => ({
  agency: { id: `A${index}`, name, kind: index === 0 ? 'town' : 'department' } as WorkAgency['agency'],
  roles: new Set(['drafter', 'publisher']),
}));
const recognised = new Map<string, Recognised>();

beforeAll(async () => {
  for (const name of ['qingyuan-2020.txt', 'keji-2024.md']) {
    const read = await importDocument(await readFile(fixture(name)), { fileName: name });
    if (read.ok) recognised.set(name, read);
  }
});

const file = (name: string, content = name) => new File([content], name, { lastModified: 1 });

function begun(server: Partial<BatchServer> = {}) {
  const batch = new ImportBatch(agencies, {
    read: async ({ name }) =>
      recognised.get(name) ?? { ok: false, code: 'damaged', message: '文件损坏。', expected: '完整的文件' },
    checkStartable: async () => undefined,
    start: async () => 1,
    publish: async () => undefined,
    toFailure: () => unreachable,
    ...server,
  });
  return batch;
}
const settled = (batch: ImportBatch) => expect.poll(() => batch.busy).toBe(false);

it('reads each file separately, so that a refused file does not stop the others', async () => {
  const batch = begun();
  batch.add([file('坏.pdf'), file('qingyuan-2020.txt'), file('keji-2024.md')]);
  await settled(batch);
  const [broken, town, bureau] = batch.items;
  expect(broken!.step).toMatchObject({ at: 'refused', message: '文件损坏。' });
  expect(town).toMatchObject({ agencyId: 'A0', year: 2020, counts: { numbers: 193, blank: 5 }, toConfirm: 0 });
  expect(bureau).toMatchObject({ agencyId: 'A1', year: 2024, toConfirm: 70 });
  expect(town!.findings.map(({ severity }) => severity)).toContain('block');
});

it('reads two files concurrently', async () => {
  let [running, most] = [0, 0];
  const batch = begun({
    read: async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running--;
      return { ok: false, code: 'damaged', message: '', expected: '' };
    },
  });
  batch.add(Array.from({ length: 7 }, (_, index) => file(`${index}.txt`)));
  await settled(batch);
  expect(most).toBe(2);
});

it('a file that states no year is read again with the year that the clerk chose', async () => {
  const told: (number | undefined)[] = [];
  const batch = begun({
    read: async (_, year) => {
      told.push(year);
      const read = recognised.get('qingyuan-2020.txt')!;
      return year === undefined
        ? { ok: false, code: 'no-year', message: '文件没有写明报告的年度。', expected: '年度' }
        : read;
    },
  });
  batch.add([file('无年度.txt')]);
  await settled(batch);
  const [item] = batch.items;
  expect(item!.step).toMatchObject({ at: 'refused', code: 'no-year' });
  item!.toldYear = 2020;
  batch.readAgain(item!);
  await settled(batch);
  expect(told).toEqual([undefined, 2020]);
  expect(item).toMatchObject({ step: { at: 'read' }, year: 2020 });
});

it('a file that could not be sent is read after a retry', async () => {
  let calls = 0;
  const batch = begun({
    read: async ({ name }) => {
      if (calls++ === 0) throw new Error('no network');
      return recognised.get(name)!;
    },
  });
  batch.add([file('qingyuan-2020.txt')]);
  await settled(batch);
  expect(batch.items[0]!.step).toEqual({ at: 'unread', failure: unreachable });
  batch.readAgain(batch.items[0]!);
  await settled(batch);
  expect(batch.items[0]!.step.at).toBe('read');
});

it('does not archive an unconfirmed report, a report without a date, or the same report twice', async () => {
  const batch = begun();
  batch.add([file('qingyuan-2020.txt'), file('qingyuan-2020.txt', 'again'), file('keji-2024.md')]);
  await settled(batch);
  const [town, twin, bureau] = batch.items;
  expect(batch.faultOf(town!)).toContain('同一机关同一年度');
  batch.remove(twin!);
  expect(batch.faultOf(town!)).toBeUndefined();
  town!.aim = 'archived';
  expect(batch.faultOf(town!)).toContain('日期');
  town!.publishedOn = '2021-01-20';
  expect(batch.faultOf(town!)).toBeUndefined();
  bureau!.aim = 'archived';
  bureau!.publishedOn = '2025-01-20';
  expect(batch.faultOf(bureau!)).toContain('70 格待确认');
  bureau!.agencyId = '';
  expect(batch.faultOf(bureau!)).toContain('机关');
});

it('reports an existing draft before the start, and checks again after another year was chosen', async () => {
  const exists: Failure = { code: 'draft_exists', message: '这份报告已有草稿' };
  const asked: string[] = [];
  const started: string[] = [];
  const batch = begun({
    checkStartable: async ({ agencyId, year }) => {
      asked.push(`${agencyId} ${year}`);
      if (year === 2020) throw new Error('exists');
    },
    start: async ({ agencyId }) => started.push(agencyId),
    toFailure: () => exists,
  });
  batch.add([file('qingyuan-2020.txt'), file('keji-2024.md')]);
  await settled(batch);
  const [town, bureau] = batch.items;
  expect(batch.faultOf(town!)).toBe(exists.message);
  expect(batch.obstacleOf(town!)).toEqual(exists);
  expect(batch.ready).toEqual([bureau]);
  await batch.startAll();
  expect(started).toEqual(['A1']);
  town!.year = 2021;
  await batch.checkStartable(town!);
  expect(batch.faultOf(town!)).toBeUndefined();
  expect(asked).toEqual(['A0 2020', 'A1 2024', 'A0 2021']);
});

it('a lost connection is not reported as an existing draft', async () => {
  const batch = begun({ checkStartable: () => Promise.reject(new Error('no network')) });
  batch.add([file('qingyuan-2020.txt')]);
  await settled(batch);
  expect(batch.ready).toHaveLength(1);
});

it('creates each draft separately, and continues after a failure where it stopped', async () => {
  const started: string[] = [];
  const published: string[] = [];
  let fails = true;
  const batch = begun({
    start: async ({ agencyId, year }, report) => {
      started.push(`${agencyId} ${year} ${report.agency.id}`);
      return 1;
    },
    publish: async ({ agencyId, publishedOn, lockVersion }) => {
      if (fails) throw new Error('no network');
      published.push(`${agencyId} ${publishedOn} ${lockVersion}`);
    },
  });
  batch.add([file('qingyuan-2020.txt'), file('keji-2024.md')]);
  await settled(batch);
  const [town, bureau] = batch.items;
  town!.aim = 'archived';
  town!.publishedOn = '2021-01-20';
  await batch.startAll();
  expect(bureau!.step).toMatchObject({ at: 'started', key: { agencyId: 'A1', year: 2024, kind: 'own' } });
  expect(town!.step).toMatchObject({ at: 'kept', lockVersion: 1 });
  fails = false;
  await batch.start(town!);
  expect(town!.step.at).toBe('published');
  expect(published).toEqual(['A0 2021-01-20 1']);
  expect(started.sort()).toEqual(['A0 2020 A0', 'A1 2024 A1']);
});

it('adds a file once, and adds files beyond the limit when others are removed', async () => {
  const batch = begun();
  const files = Array.from({ length: mostFiles + 3 }, (_, index) => file(`${index}.txt`));
  batch.add([files[0]!]);
  batch.add(files);
  batch.add(files);
  expect(batch.items.length).toBe(mostFiles);
  expect(batch.later.length).toBe(3);
  await settled(batch);
  batch.remove(...batch.items.slice(0, 2));
  expect(batch.items.length).toBe(mostFiles);
  expect(batch.items.at(-1)!.name).toBe('101.txt');
  expect(batch.later.length).toBe(1);
  await settled(batch);
});

describe('an archive', () => {
  const zipped = (content: Record<string, Uint8Array>, name = '年报.zip') =>
    new File([new Uint8Array(zipSync(content))], name, { lastModified: 1 });

  it('is opened into its documents, each of which is read separately, and lists the ignored files', async () => {
    const sent: string[] = [];
    const batch = begun({
      read: async (file) => {
        sent.push(`${file.name} ${await file.text()}`);
        return recognised.get(file.name)!;
      },
    });
    const archive = zipped({
      '乡镇/qingyuan-2020.txt': strToU8('青原'),
      '部门/keji-2024.md': strToU8('科技'),
      '部门/照片.jpg': strToU8('x'),
      '旧的.zip': strToU8('x'),
      '炸弹.txt': new Uint8Array(15 * 2 ** 20),
      '__MACOSX/._keji-2024.md': strToU8('x'),
      '部门/': new Uint8Array(),
    });
    batch.add([archive]);
    await settled(batch);
    batch.add([archive]);
    await settled(batch);
    expect(batch.items).toHaveLength(4);
    expect(Object.fromEntries(batch.items.map(({ name, step }) => [name, step.at]))).toEqual({
      '乡镇/qingyuan-2020.txt': 'read',
      '旧的.zip': 'refused',
      '炸弹.txt': 'refused',
      '部门/keji-2024.md': 'read',
    });
    expect(sent.sort()).toEqual(['keji-2024.md 科技', 'qingyuan-2020.txt 青原']);
    expect(batch.items.find(({ name }) => name === '旧的.zip')!.step).toMatchObject({
      message: expect.stringContaining('压缩包里的压缩包'),
    });
    expect(batch.archives).toMatchObject([{ name: '年报.zip', skipped: ['部门/照片.jpg', '__MACOSX/._keji-2024.md'] }]);
  });

  it('that is damaged, or contains no document, does not affect the other files', async () => {
    const batch = begun();
    batch.add([
      file('坏.zip', 'no archive'),
      zipped({ '照片.jpg': strToU8('x') }, '照片.zip'),
      file('qingyuan-2020.txt'),
    ]);
    await settled(batch);
    expect(batch.items.map(({ step }) => step.at)).toEqual(['read']);
    expect(Object.fromEntries(batch.archives.map(({ name, fault }) => [name, fault]))).toEqual({
      '坏.zip': expect.stringContaining('已损坏'),
      '照片.zip': expect.stringContaining('没有可以识别的文件'),
    });
  });
});
