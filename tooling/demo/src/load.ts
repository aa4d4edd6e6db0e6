import { installation, type Services } from '@gongkai/api';
import { changeAgency, createAgency, type Database } from '@gongkai/db';
import { accounts } from './accounts.ts';
import { agencies, type DemoAgency } from './county.ts';
import { demoReports } from './reports.ts';

/** Before any report that may be entered for them. */
const FOUNDED = '2008-01-01';

/** Fills an empty database with the county: its agencies, all its reports, properly published, and its accounts. */
export async function loadDemonstration(db: Database, services: Services): Promise<void> {
  for (const agency of agencies) await addAgency(db, agency);
  await services.publication.archiveAll(installation, demoReports());
  for (const { agencyId, roles, ...account } of accounts)
    await services.account.create(
      account,
      roles.map((role) => ({ agencyId, role })),
    );
}

async function addAgency(db: Database, agency: DemoAgency): Promise<void> {
  const { id, name, formerName, kind, level, parentId, divisionCode, creditCode } = agency;
  const attributes = { id, name: formerName?.name ?? name, kind, level, parentId, divisionCode, creditCode };
  await createAgency(db, { ...attributes, validFrom: FOUNDED });
  if (formerName) await changeAgency(db, id, formerName.until, { name });
}
