// A published report by the open API, not cached, against a bare node:http handler with one query for the same bytes.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRest, createServices, installation } from '@gongkai/api';
import { migrate, openDatabase } from '@gongkai/db';
import { getRequestListener } from '@hono/node-server';
import { benchDatabase } from '../src/postgres.ts';
import { Load } from '../src/load.ts';
import { ratio } from '../src/ratio.ts';
import { reportWithPrevious } from '../src/report.ts';

const REQUESTS = 25;
const query = `SELECT r.body FROM publication p JOIN revision r
  ON r.agency_id = p.agency_id AND r.year = p.year AND r.kind = p.kind AND r.number = p.revision
  WHERE p.agency_id = $1 AND p.year = $2 AND p.kind = $3 ORDER BY p.number DESC LIMIT 1`;

await using bench = await benchDatabase();
const database = await openDatabase({ url: bench.url });
await migrate(database);
const services = createServices({ db: database.db, clock: () => new Date() });
const agencyId = await services.agency.create({
  ...{ name: '青原镇人民政府', kind: 'town', level: 'township', parentId: null, validFrom: '2010-01-01' },
});
const { report: made } = reportWithPrevious();
const [report, year, kind] = [{ ...made, kind: 'own' as const }, made.year, 'own' as const];
await services.publication.archiveAll(installation, [
  { agencyId, year, kind, report, publishedOn: `${year + 1}-01-15` },
]);
const rest = createRest(services);
const toApi = getRequestListener(rest.fetch);
const [ours, bare] = await Promise.all([
  listen((request, response) => void toApi(request, response)),
  listen((_request, response) => {
    void database.pool.query<{ body: string }>(query, [agencyId, year, kind]).then(({ rows: [row] }) => {
      const body = Buffer.from(row!.body);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    });
  }),
]);
// One connection: each request waits for the previous one, so the ratio compares response times.
const path = `/reports/${agencyId}/${year}/${kind}`;
const loads = [await Load.open(ours.url + path, {}, 1), await Load.open(bare.url, {}, 1)] as const;
await ratio(
  'report by the API : bare handler',
  () => loads[0].run(REQUESTS),
  () => loads[1].run(REQUESTS),
  { atMost: 3 },
);
for (const load of loads) load.close();
ours.close();
bare.close();
await database.close();

async function listen(listener: RequestListener): Promise<{ url: string; close: () => void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
