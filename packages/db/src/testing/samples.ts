import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';
import { createAgency, type NewAgency } from '../queries/agency/agencies.ts';
import { appendPublication, type NewPublication } from '../queries/publication/publications.ts';
import type { ReportKey } from '../queries/common/report-key.ts';
import { appendRevision, type NewRevision, type RevisionSummary } from '../queries/report/revisions.ts';

/** Adds a town; `attributes` override the defaults. */
export function addAgency(db: Database, attributes: Partial<NewAgency> = {}): Promise<string> {
  return createAgency(db, {
    name: '青原镇人民政府',
    kind: 'town',
    level: 'township',
    validFrom: '2010-01-01',
    ...attributes,
  });
}

export async function addReport(db: Database, attributes: Partial<NewAgency> = {}): Promise<ReportKey> {
  return { agencyId: await addAgency(db, attributes), year: 2020, kind: 'own' };
}

export function addRevision(
  db: Database,
  key: ReportKey,
  body = '{}',
  title = '政府信息公开工作年度报告',
): Promise<RevisionSummary> {
  const digest = createHash('sha256').update(body).digest('hex');
  return appendRevision(db, { ...key, form: 'form', title, origin: 'entered', body, digest, createdBy: null });
}

/** Publishes, corrects or withdraws a report, with a new revision. */
export async function addPublication(
  db: Database,
  key: ReportKey,
  { body, title, action = 'published', publishedOn = '2021-01-20' }: Partial<NewPublication & NewRevision> = {},
): Promise<void> {
  const { number: revision } = await addRevision(db, key, body, title);
  await appendPublication(db, { ...key, revision, action, publishedOn, firstSource: null, note: null, userId: null });
}
