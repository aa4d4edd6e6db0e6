/** A wording that speaks of certain cells: the claimed number must be their sum. */
export interface Term {
  readonly rule: string;
  /** What it is called in a finding. */
  readonly what: string;
  readonly whatEn: string;
  /** Regular expression for the end of the words before the number; what precedes them must say nothing else. */
  readonly says: string;
  /** Regular expression for the words after the unit, where they say what is counted. */
  readonly tail?: string;
  /** Cells whose sum is meant. */
  readonly cells: readonly string[];
  /** Cells added where "including those carried in" qualifies this very number. */
  readonly withCarriedIn?: readonly string[];
  /** What the sentence or paragraph must be about; `litigation:…` after that group's own claim. */
  readonly about:
    | 'requests'
    /** Its words are of requests alone: they need no other word, unless another matter is spoken of. */
    | 'requestsAlone'
    | 'applicants'
    | 'otherApplicants'
    | 'disclosure'
    /** A verb alone, after a document of this kind was named. */
    | 'documents'
    | 'litigation'
    | 'reconsideration'
    | 'lawsuits'
    | 'directLawsuits'
    | 'lawsuitsAfterReconsideration';
  /** Units in which it counts. */
  readonly units: readonly string[];
  /** Regular expression for words that must follow the unit. */
  readonly follows?: string;
  /** Regular expression for what words that end in 的 may speak of after the unit, where it is no request. */
  readonly subject?: string;
  /** Counts only after a number of requests received or handled in the same sentence. */
  readonly afterHandled?: boolean;
  /** One row of a group of outcomes. */
  readonly detail?: boolean;
  /** Whether a year or "last year" in the words belongs to the claim itself. */
  readonly ofOtherTime?: boolean;
}

/** Cells of the figures that claims are compared with, for phrases without a number too. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly received: string;
  readonly carriedIn: string;
  readonly handled: string;
  readonly carriedOut: readonly string[];
  /** Outcomes by group, each with its cells: what R47 adds up. */
  readonly outcomes: readonly (readonly string[])[];
  /** Kinds of applicants as the table's columns call them, with their cells in the row of requests received. */
  readonly applicants: Readonly<Record<string, readonly string[]>>;
  readonly reconsideration: Cases;
  readonly lawsuits: Cases;
}

/** Cells of one kind of case. */
export interface Cases {
  readonly upheld: readonly string[];
  readonly corrected: readonly string[];
  readonly otherResults: readonly string[];
  readonly pending: readonly string[];
  readonly total: readonly string[];
}

/** How a request for information is called. */
export const requestNoun =
  '(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|依申请(?:公开)?(?:政府|政务)?(?:信息)?(?:公开)?(?:的)?(?:申请|事项|件)?|公开申请)(?:件|数|数量|总数|总量|量)?';
