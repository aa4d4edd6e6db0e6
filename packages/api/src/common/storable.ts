import { ApiError } from './errors.ts';
import { formFields } from './form-fields.ts';

const message = '含有不能保存的字符（如 U+0000），请删去后重试';

/** PostgreSQL's codes for text with a character that it cannot store. */
const unstorable: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** Maximum number of path steps in an error. */
const MAX_PATH_DEPTH = 20;

interface Node {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Node | undefined;
}

/**
 * Refuses an input in which a text at any depth contains a character that PostgreSQL cannot store: U+0000 or a lone
 * surrogate.
 * @throws {ApiError} invalid_input with the place of the first one
 */
export function requireStorable(raw: unknown): void {
  // A list replaces recursion because the sender controls the depth of nesting.
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

/** Converts the database's error about such a character, for input that no check covers. */
export function asUnstorable(error: unknown): ApiError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if ('code' in at && unstorable.has(at.code)) return new ApiError('invalid_input', message, { issues: [] });
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Returns the path from the outermost step, cut to `MAX_PATH_DEPTH` steps. */
function pathOf(node: Node): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = node; at.parent; at = at.parent)
    steps.push(typeof at.key === 'string' ? at.key.toWellFormed().replaceAll('\0', '') : at.key);
  return steps.reverse().slice(0, MAX_PATH_DEPTH);
}
