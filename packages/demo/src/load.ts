import { installation, type Actor, type Services } from '@gongkai/api';
import type { Database } from '@gongkai/db';
import { changeAgency, createAgency, dissolveAgency, putAgencyContact, putSuccession } from '@gongkai/db/agency';
import { accounts } from './accounts.ts';
import { collect } from './collection.ts';
import { agencies, contactOf, type DemoAgency } from './county.ts';
import { demoReports } from './reports.ts';
import { bringTo, stageOf } from './work.ts';

/** First day of the agencies, before any year for which a report may be entered. */
const FOUNDED = '2008-01-01';

/**
 * Fills an empty database with the county: its agencies, accounts and reports. All reports are published except some of
 * the last year, which are in different stages of an open round with a roll-up.
 */
export async function loadDemonstration(db: Database, services: Services): Promise<void> {
  for (const agency of agencies) await addAgency(db, agency);
  for (const { id, mergedInto } of agencies) if (mergedInto) await mergeAgency(db, id, mergedInto);
  const reports = demoReports();
  const elsewhere = reports.filter((report) => stageOf(report) === undefined);
  await services.publication.archiveAll(installation, elsewhere);
  const actors = new Map<string, Actor>();
  for (const { agencyId, roles = [], duty, ...account } of accounts) {
    const grants = agencyId ? roles.map((role) => ({ agencyId, role })) : [];
    actors.set(account.username, {
      userId: await services.account.create(account, grants, duty ? [duty] : []),
      username: account.username,
    });
  }
  const [drafter, reviewer, publisher] = ['drafter', 'reviewer', 'publisher'].map((name) => actors.get(name)!);
  const hands = { drafter: drafter!, reviewer: reviewer!, publisher: publisher! };
  for (const report of reports) {
    const stage = stageOf(report);
    if (stage) await bringTo(stage, report, hands, services, new Date());
  }
  await collect(hands, services);
}

async function addAgency(db: Database, agency: DemoAgency): Promise<void> {
  const { id, name, formerName, kind, level, parentId, divisionCode, creditCode } = agency;
  const attributes = { id, name: formerName?.name ?? name, kind, level, parentId, divisionCode, creditCode };
  await createAgency(db, { ...attributes, validFrom: FOUNDED });
  if (formerName) await changeAgency(db, id, formerName.until, { name });
  await putAgencyContact(db, id, { ...contactOf(agency), fax: null, email: null, website: null });
}

async function mergeAgency(
  db: Database,
  id: string,
  { id: successorId, on }: { id: string; on: string },
): Promise<void> {
  await dissolveAgency(db, id, on);
  await putSuccession(db, { successorId, predecessorId: id, kind: 'merged', takenOverOn: on });
}
