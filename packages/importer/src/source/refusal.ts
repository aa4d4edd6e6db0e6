/** The reason why a document cannot be read. */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-slow'
  | 'binary'
  | 'unsupported-kind'
  | 'encrypted'
  | 'macros'
  | 'damaged'
  | 'no-text'
  | 'not-a-report'
  | 'no-tables'
  | 'no-year'
  | 'blank-form';

/** Thrown by readers and recognition; importDocument turns it into a result. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The input that would have been accepted, in Chinese. */
  readonly expected: string;
  /** Pages that are pictures, if these are the reason. */
  readonly pictures: readonly number[] | undefined;

  constructor(code: RefusalCode, message: string, expected: string, pictures?: readonly number[]) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.expected = expected;
    this.pictures = pictures;
  }
}
