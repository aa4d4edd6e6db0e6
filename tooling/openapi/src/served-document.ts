import { createRest, createServices, installation } from '@gongkai/api';
import { sampleReport } from '@gongkai/api/testing';
import { testDatabase } from '@gongkai/db/testing';

/** The OpenAPI document as an installation serves it that has published two reports of one town. */
export async function servedDocument(): Promise<string> {
  const database = await testDatabase('pglite');
  try {
    const services = createServices({ db: database.db, clock: () => new Date('2026-01-20T06:00:00Z') });
    const agencyId = await services.agency.create({
      ...{ name: '云溪县青原镇人民政府', kind: 'town', level: 'township', validFrom: '2010-01-01' },
    });
    const archived = [2023, 2024].map((year) => {
      const key = { agencyId, year, kind: 'own' } as const;
      return { ...key, report: sampleReport(key), publishedOn: `${year + 1}-01-15` };
    });
    await services.publication.archiveAll(installation, archived);
    const response = await createRest(services).request('/openapi.json');
    if (!response.ok) throw new Error(`the document was answered ${response.status}`);
    return await response.text();
  } finally {
    await database.close();
  }
}
