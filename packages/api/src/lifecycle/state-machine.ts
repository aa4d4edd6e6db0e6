import type { ReportFacts } from '@gongkai/db/report';
import type { ReportState, Stage } from '../common/report-state.ts';

/** Actions on a report; `archive` adds a report that was published elsewhere. */
export const actions = [
  'start',
  'archive',
  'save',
  'discard',
  'submit',
  'recall',
  'reply',
  'return',
  'accept',
  'publish',
  'schedule',
  'unschedule',
  'correct',
  'withdraw',
] as const;
export type Action = (typeof actions)[number];

/** The facts that determine the state. */
export type StateFacts = Pick<ReportFacts, 'draft' | 'revision' | 'review' | 'shown' | 'schedule'>;

/**
 * Derives the state of a report from stored facts: the work in progress, and the public revision. Both may exist
 * concurrently: a correction is drafted and reviewed while the older revision stays public.
 */
export function stateOf(facts: StateFacts): ReportState {
  const work = workOf(facts);
  const shown = shownOf(facts);
  return {
    ...(work ?? shown ?? { stage: 'none' }),
    ...(work && { work: work.stage }),
    ...(shown && { shown: shown.stage }),
  };
}

/** Returns whether the action is permitted in the report's state; otherwise it must change nothing. */
export function canTransition(state: ReportState, action: Action, { revision }: Pick<StateFacts, 'revision'>): boolean {
  const { work, shown } = state;
  const drafted = work === 'draft' || work === 'returned';
  switch (action) {
    case 'start':
      return !work && !shown && !revision;
    case 'archive':
      return !shown && !revision && (!work || work === 'draft');
    case 'save':
    case 'submit':
      return drafted;
    case 'discard':
      // A report that was submitted once cannot be discarded, only revised; a correction can be discarded.
      return drafted && (!revision || shown !== undefined);
    case 'reply':
      return work === 'returned';
    case 'recall':
    case 'accept':
      return work === 'submitted';
    case 'return':
      return work === 'submitted' || work === 'accepted' || work === 'scheduled';
    case 'publish':
    case 'schedule':
      return work === 'accepted' || work === 'scheduled';
    case 'unschedule':
      return work === 'scheduled';
    case 'correct':
      return !work && shown !== undefined;
    case 'withdraw':
      return shown !== undefined && shown !== 'withdrawn';
  }
}

type Part = Omit<ReportState, 'stage' | 'work' | 'shown'> & { stage: Exclude<Stage, 'none'> };

function workOf({ draft, revision, review, shown, schedule }: StateFacts): Part | undefined {
  if (draft) {
    const { savedAt, userName } = draft;
    const returned = review?.action === 'returned' && draft.basedOn === review.revision;
    if (!returned) return { stage: 'draft', since: savedAt.toISOString(), by: nameOf(userName) };
    return { stage: 'returned', ...step(review) };
  }
  if (!revision || !review || shown?.revision === revision.number) return undefined;
  if (review.action === 'submitted') return { stage: 'submitted', ...step(review) };
  if (review.action !== 'accepted') return undefined;
  if (!schedule) return { stage: 'accepted', ...step(review) };
  const { at, userName, due } = schedule;
  return {
    stage: 'scheduled',
    revision: revision.number,
    since: at.toISOString(),
    by: nameOf(userName),
    due: due.toISOString(),
  };
}

function shownOf({ shown }: StateFacts): Part | undefined {
  if (!shown) return undefined;
  const { action, origin, revision, at, userName, note } = shown;
  const stage = action === 'published' && origin === 'archived' ? 'archived' : action;
  return { stage, revision, since: at.toISOString(), by: nameOf(userName), ...(note !== null && { note }) };
}

function step({ revision, at, userName, note, reasons }: NonNullable<StateFacts['review']>): Omit<Part, 'stage'> {
  return {
    revision,
    since: at.toISOString(),
    by: nameOf(userName),
    ...(note !== null && { note }),
    ...(reasons.length > 0 && { reasons }),
  };
}

function nameOf(userName: string | null): string {
  return userName ?? '系统';
}
