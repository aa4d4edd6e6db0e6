import { createServices } from '@gongkai/api';
import { testDatabase } from '@gongkai/db/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createLogger } from '../log/logger.ts';
import { startAuditSealer } from './audit-sealer.ts';

it('chains what is written while it runs, and at its end what is left', async () => {
  const database = await testDatabase('pglite');
  onTestFinished(() => database.close());
  const services = createServices({ db: database.db, clock: () => new Date() });
  const write = () => services.audit.record({ userId: null }, { action: 'test.note' });
  await write();
  const stop = startAuditSealer(services, createLogger({ level: 'silent', format: 'json' }));
  await expect.poll(() => services.audit.verify()).toMatchObject({ lines: 1, unsealed: [] });
  await write();
  await stop();
  expect(await services.audit.verify()).toMatchObject({ lines: 2, faults: [], unsealed: [] });
});
