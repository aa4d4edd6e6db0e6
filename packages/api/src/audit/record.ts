import { appendAuditEntry, type NewAuditEntry } from '@gongkai/db/audit';
import type { ReportKind } from '@gongkai/schema';
import canonicalize from 'canonicalize';
import type { Actor } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import type { ErrorCode } from '../common/error-codes.ts';

/** What the audit trail keeps of one act. */
export interface AuditEvent {
  /** As the procedure is called: `draft.save`. */
  readonly action: string;
  /** What it is about. */
  readonly agencyId?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: ReportKind | undefined;
  readonly outcome?: 'ok' | ErrorCode;
  /** What was so, and what is so now: enough to tell what changed, such as digests and states; never a secret. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** A reason that was given. */
  readonly note?: string | undefined;
}

/** Adds a line to the audit trail. In a transaction it is kept exactly when the act itself is. */
export async function record({ db }: Pick<Dependencies, 'db'>, actor: Actor, event: AuditEvent): Promise<void> {
  await appendAuditEntry(db, entryOf(actor, event));
  markRecorded(actor);
}

/** The line, for a query that adds it by itself. */
export function entryOf(actor: Actor, event: AuditEvent): NewAuditEntry {
  const { userId, username = null, address = null, requestId = null } = actor;
  const { action, agencyId = null, year = null, kind = null, outcome = 'ok', before, after, note = null } = event;
  const json = (value: unknown) => (value === undefined ? null : (canonicalize(value) ?? null));
  return {
    ...{ userId, username, address, requestId, action, agencyId, year, kind, outcome, note },
    before: json(before),
    after: json(after),
  };
}

/** Lets the guard know that the act has its line. */
export function markRecorded({ trail }: Actor): void {
  if (trail) trail.recorded += 1;
}
