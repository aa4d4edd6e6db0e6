/** A word that this repository does not use, with the standard term in its place. */
export interface RefusedWord {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Folders in which the word has its ordinary meaning. */
  readonly allowedIn?: readonly string[];
}

const word = (pattern: string) => new RegExp(String.raw`\b(?:${pattern})\b`, 'gi');
const identifiers = (...names: string[]) => new RegExp(String.raw`\b(?:${names.join('|')})\b`, 'g');

/** Words of comments, documents and messages for programmers: docs/style.md has the reasons. */
export const refusedWords: readonly RefusedWord[] = [
  { pattern: word('reckon(?:s|ed|ing)?'), instead: 'evaluate, compute' },
  { pattern: /\b(?:[Mm]end(?:s|ed|ing|[A-Z]\w*)?)\b/g, instead: 'fix, repair, normalise' },
  { pattern: word('deeds?'), instead: 'command, mutation, action' },
  { pattern: word('whoever|whomever'), instead: 'the person or the code meant' },
  { pattern: word('lest'), instead: 'so that … not' },
  { pattern: word('anew'), instead: 'again' },
  { pattern: word('kept answers?'), instead: 'cached response' },
  { pattern: word('hand(?:s|ed|ing)? in'), instead: 'submit' },
  // In quotes it is the stored name of an audit action and the published id of an operation.
  { pattern: /(?<!['.])\bhandIn\b/g, instead: 'submit' },
  {
    pattern: /\b[Dd]rawn\b/g,
    instead: 'rendered',
    // Characters, lines and pictures are drawn on a page there.
    allowedIn: ['packages/importer/', 'packages/exporter/', 'docs/reference/'],
  },
];

/** Former names of things that have a standard one. */
export const refusedIdentifiers: readonly RefusedWord[] = [
  { pattern: identifiers('isKeptAnswer'), instead: 'isCacheable' },
  { pattern: identifiers('drawPage', 'drawAnswer', 'DrawnResponse'), instead: 'renderPage, BufferedResponse' },
  { pattern: identifiers('Answerer', 'answererOf'), instead: 'ResponseWriter, createHandler' },
  { pattern: identifiers('Follower', 'followerOf'), instead: 'createRequestLogger' },
  { pattern: identifiers('Soon'), instead: 'MaybePromise, thenSync' },
  { pattern: identifiers('outdate'), instead: 'invalidate' },
  { pattern: identifiers('keepAudit'), instead: 'startAuditSealer' },
  { pattern: identifiers('DeedRoute', 'Deeds', 'ConfirmDeed', 'DeedForm'), instead: 'CommandRoute, EditorActions' },
  { pattern: identifiers('waysOf'), instead: 'loadTimelines' },
  { pattern: identifiers('takeStep', 'requireStep'), instead: 'transition, assertTransition' },
  { pattern: identifiers('standingOf'), instead: 'auditSnapshot, describeState' },
  { pattern: identifiers('besideOf', 'besidePublic', 'Beside'), instead: 'checkContextFor, CheckContext' },
  { pattern: identifiers('acceptReport'), instead: 'parseReportInput' },
  { pattern: identifiers('giveBack', 'goneDraft', 'letTryAgain'), instead: 'returnForRevision, draftNotFound' },
  {
    pattern: identifiers('chargeTry', 'beginTry', 'sweepTries'),
    instead: 'recordAttempt, startAttempt, purgeAttempts',
  },
  { pattern: identifiers('toHeld', 'heldBy', 'HeldFields'), instead: 'toAssignments' },
  { pattern: identifiers('sortOut'), instead: 'partitionByInclusion' },
  { pattern: identifiers('LineFault', 'confirmPast'), instead: 'RowError, assertHistoryUnchanged' },
  { pattern: identifiers('AT_ONCE', String.raw`MOST_\w+`, String.raw`LONGEST_\w+`), instead: 'BATCH_SIZE, MAX_*' },
  { pattern: identifiers('openAsItIs', 'openServed'), instead: 'openWithoutMigrating, openExisting' },
  { pattern: identifiers('readRowsApart', 'oldKindOf'), instead: 'readRowsInChildProcess, legacyFormatOf' },
  { pattern: identifiers('misled', 'unsent', 'heard'), instead: 'redirectTarget, pendingComments, onFailure' },
  {
    pattern: identifiers('openWorld', 'openStaffedWorld', 'openRestWorld', 'openRoundWorld'),
    instead: 'openFixture, openScenario',
  },
  { pattern: identifiers('firstThings', 'wasRecorded'), instead: 'pendingActionErrors, markRecorded' },
];
