// The consolidated report over forty bodies: the sum alone beside JSON.parse of its parts, and the whole of it through
// the service on a database in memory, whose median must stay below the limit.
import { createServices, installation } from '@gongkai/api';
import { testDatabase } from '@gongkai/db/testing';
import { agencies, demoReports } from '@gongkai/demo';
import { rollUp } from '@gongkai/schema/roll-up';
import { ratio, spread } from '../src/ratio.ts';

const BODIES = 40;
const LIMIT_MS = 150;
const year = 2024;

const { id, name } = agencies.find(({ kind }) => kind === 'government')!;
const own = demoReports().filter((entry) => entry.year === year && entry.kind === 'own');
const parts = Array.from({ length: BODIES }, (_, at) => ({
  report: { ...own[at % own.length]!.report, agency: { name: `云溪县第${at + 1}局` } },
}));
const texts = parts.map(({ report }) => JSON.stringify(report));

await ratio(
  'rollUp : JSON.parse of its parts',
  () => rollUp(parts, { id, name }),
  () => texts.map((text) => JSON.parse(text) as unknown),
);

const { db, close } = await testDatabase('pglite');
const services = createServices({ db, clock: () => new Date(`${year + 1}-02-10T02:00:00Z`) });
const at = { level: 'county', validFrom: '2010-01-01' } as const;
const agencyId = await services.agency.create({ ...at, name, kind: 'government', parentId: null });
for (const { report } of parts) {
  const body = await services.agency.create({
    ...at,
    name: report.agency.name,
    kind: 'department',
    parentId: agencyId,
  });
  const key = { agencyId: body, year, kind: 'own' } as const;
  await services.publication.archiveAll(installation, [{ ...key, report, publishedOn: `${year + 1}-01-20` }]);
}
const times: number[] = [];
for (let round = 0; round < 21; round += 1) {
  const start = performance.now();
  await services.rollup.generate(installation, { agencyId, year, edited: 'keep' });
  times.push(performance.now() - start);
}
await close();
const { median, min, max } = spread(times);
const [shown, from, to] = [median, min, max].map((value) => value.toFixed(0));
console.log(`rollup.generate over ${BODIES} reports: ${shown} ms (${from} to ${to}); the limit is ${LIMIT_MS} ms`);
