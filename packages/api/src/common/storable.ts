import { ApiError } from './errors.ts';
import { formFields } from './form-fields.ts';

const message = '含有不能保存的字符（如 U+0000），请删去后重试';

/** PostgreSQL's codes for text with a character that it cannot store. */
const unstorable: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** Steps of a path that are told. */
const MAX_PATH_DEPTH = 20;

interface Node {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Node | undefined;
}

/**
 * Refuses an input in which any text, at any depth, holds what PostgreSQL cannot store: U+0000 or half a surrogate pair.
 * @throws {ApiError} invalid_input with the place of the first
 */
export function requireStorable(raw: unknown): void {
  // A list of what is still to be looked at, not recursion: nesting is the sender's.
  const left: Node[] = [{ value: formFields(raw), key: '', parent: undefined }];
  for (let node = left.pop(); node; node = left.pop()) {
    const { value } = node;
    if (typeof value === 'string' ? !isStorable(value) : typeof node.key === 'string' && !isStorable(node.key))
      throw new ApiError('invalid_input', message, { issues: [{ path: pathOf(node), message }] });
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue;
    for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value))
      left.push({ value: inner, key, parent: node });
  }
}

/** The same found by the database, in what no check foresaw. */
export function asUnstorable(error: unknown): ApiError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if ('code' in at && unstorable.has(at.code)) return new ApiError('invalid_input', message, { issues: [] });
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** From the outermost step on, as many as help to find the place. */
function pathOf(node: Node): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = node; at.parent; at = at.parent)
    steps.push(typeof at.key === 'string' ? at.key.toWellFormed().replaceAll('\0', '') : at.key);
  return steps.reverse().slice(0, MAX_PATH_DEPTH);
}
