import { createServices, installation } from '@gongkai/api';
import { sampleReport } from '@gongkai/api/testing';
import { testDatabase } from '@gongkai/db/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { startScheduledPublications } from './scheduled-publications.ts';

const logger = createLogger({ level: 'silent', format: 'json' });

it('catches up with what fell due while nothing ran, and says that something is public', async () => {
  const database = await testDatabase('pglite');
  onTestFinished(() => database.close());
  let now = new Date('2026-01-20T00:00:00Z');
  const services = createServices({ db: database.db, clock: () => now });
  const agencyId = await services.agency.create({
    ...{ name: '青原镇人民政府', kind: 'town', level: 'township', parentId: null, validFrom: '2010-01-01' },
  });
  const key = { agencyId, year: 2025, kind: 'own' } as const;
  const report = sampleReport(key);
  await services.draft.start(installation, { ...key, report });
  const { digest } = await services.review.submit(installation, { ...key, lockVersion: 1 });
  await services.review.accept(installation, { ...key, revision: 1 });
  await services.publication.schedule(installation, { ...key, digest, due: '2026-01-21T01:00:00Z' });

  const onPublished = vi.fn();
  const early = startScheduledPublications(services, logger, onPublished);
  await early();
  expect(onPublished).not.toHaveBeenCalled();

  now = new Date('2026-01-22T00:00:00Z');
  const late = startScheduledPublications(services, logger, onPublished);
  await late();
  expect(onPublished).toHaveBeenCalledOnce();
  expect(await services.report.get(key)).toMatchObject({ summary: { digest, publishedOn: '2026-01-22' } });
});
