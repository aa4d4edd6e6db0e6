import { appendAuditEntry, type NewAuditEntry } from '@gongkai/db/audit';
import type { ReportKind } from '@gongkai/schema';
import canonicalize from 'canonicalize';
import type { Actor } from '../common/actor.ts';
import type { Dependencies } from '../common/dependencies.ts';
import type { ErrorCode } from '../common/error-codes.ts';

/** One action, as the audit trail records it. */
export interface AuditEvent {
  /** Name of the procedure: `draft.save`. */
  readonly action: string;
  /** The agency that the action is about. */
  readonly agencyId?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: ReportKind | undefined;
  readonly outcome?: 'ok' | ErrorCode;
  /** The values before and after, such as digests and states: enough to show what changed; never a secret. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** A reason that was given. */
  readonly note?: string | undefined;
}

/** Adds an entry to the audit trail. In a transaction the entry and the action are committed together. */
export async function record({ db }: Pick<Dependencies, 'db'>, actor: Actor, event: AuditEvent): Promise<void> {
  await appendAuditEntry(db, entryOf(actor, event));
  markRecorded(actor);
}

/** Builds the entry for a query that inserts it itself. */
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

/** Tells the guard that the action has its entry. */
export function markRecorded({ trail }: Actor): void {
  if (trail) trail.recorded += 1;
}
