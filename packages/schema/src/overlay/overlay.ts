/**
 * Rules and settings that a place adds to an official form.
 * @module
 */

import * as z from 'zod/mini';
import { rulesOf } from '../catalogue/catalogue.ts';
import type { Settings } from '../engine/settings.ts';
import type { Form } from '../engine/form.ts';
import { compile } from '../formulas/compile.ts';
import type { Expression, Formula } from '../formulas/formula.ts';
import { issueMessage } from '../report/issue-message.ts';
import type { Rule } from '../engine/rule.ts';

/** What a place adds to an official form, as JSON: limits, word lists, and rules of its own as formulas. */
export interface Overlay {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  readonly rules?: readonly LocalRule[];
}

/** A local rule: a formula over the official cells. Its id must not be one of the catalogue's. */
export type LocalRule = Pick<Rule, 'id' | 'severity' | 'title' | 'message' | 'citation'> & {
  readonly formula: Formula;
};

const line = z.string().check(z.minLength(1), z.maxLength(500));
const words = z.array(line).check(z.maxLength(200));
const topics = z.record(line, words);
const text = z.strictObject({ zh: line, en: line });
const day = z.string().check(z.regex(/^\d{2}-\d{2}$/, { error: '应为月和日，例如 01-20' }));
const count = z.int().check(z.nonnegative());

const expression: z.ZodMiniType<Expression> = z.lazy(() =>
  z.union([
    line,
    z.int(),
    z.strictObject({ sum: z.array(expression).check(z.maxLength(100)) }),
    z.strictObject({ minus: z.tuple([expression, expression]) }),
    z.strictObject({ times: z.tuple([z.int(), expression]) }),
    z.strictObject({ previous: line }),
  ]),
);
const relation = z.strictObject({ left: expression, is: z.enum(['=', '>=', '<=']), right: expression });
const formula = z.discriminatedUnion('each', [
  z.strictObject({ table: line, each: z.literal('column'), columns: z.optional(words), relation }),
  z.strictObject({ table: line, each: z.literal('row'), rows: words, relation }),
]);

const settings = z.partial(
  z.strictObject({
    overviewTopics: topics,
    governmentTopics: topics,
    overviewLimit: count,
    alikeShare: z.number().check(z.gte(0), z.lte(1)),
    enforcementBodies: words,
    jump: z.strictObject({ factor: z.number().check(z.gt(1)), from: count }),
    due: z.strictObject({ own: day, consolidated: day }),
    peers: z.strictObject({ least: count, deviations: z.number(), large: count }),
  }),
);

const overlay = z.strictObject({
  name: line,
  settings: z.optional(settings),
  rules: z.optional(
    z
      .array(
        z.strictObject({
          id: z
            .string()
            .check(z.regex(/^[A-Za-z][\w-]{0,39}$/, { error: '应以字母开头，至多 40 个字母、数字、下划线或短横' })),
          severity: z.enum(['block', 'explain', 'hint']),
          title: text,
          message: text,
          citation: z.strictObject({ document: line, place: z.optional(line) }),
          formula,
        }),
      )
      .check(z.maxLength(200)),
  ),
});

/** Why a local overlay was refused. */
export class OverlayError extends Error {
  override readonly name = 'OverlayError';
}

/**
 * Reads a local overlay from JSON.
 * @param json any value, as JSON.parse gives it
 * @returns a checked overlay
 * @throws OverlayError that says in Chinese where it is wrong
 * @example parseOverlay({ name: '云溪县', settings: { overviewLimit: 3000 } })
 */
export function parseOverlay(json: unknown): Overlay {
  const parsed = overlay.safeParse(json, { error: issueMessage });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OverlayError(`本地规则有误：${placeOf(issue?.path ?? [])}：${issue?.message}`);
}

/** Where it is wrong: fields in Chinese, with their names in the JSON. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '整体';
  return path
    .map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : (labels[String(step)] ?? String(step))))
    .join(' › ');
}

const labels: Readonly<Record<string, string>> = {
  name: '地方名称（name）',
  settings: '设置（settings）',
  rules: '规则（rules）',
  id: '编号（id）',
  severity: '程度（severity）',
  title: '名称（title）',
  message: '提示（message）',
  citation: '依据（citation）',
  document: '文件（document）',
  place: '条款（place）',
  formula: '公式（formula）',
  table: '表格（table）',
  relation: '关系（relation）',
  due: '截止日期（due）',
  zh: '中文（zh）',
  en: '英文（en）',
};

/**
 * The form with the rules of a place added; its settings go into the context of `check`.
 * @param form an official form, as `formOf` gives it
 * @param overlay rules to add
 * @returns another form; the given one is unchanged
 * @throws OverlayError for a rule id that is taken or a key that the form lacks
 * @example check(withOverlay(form, overlay), report, { settings: overlay.settings })
 */
export function withOverlay(form: Form, { rules = [] }: Overlay): Form {
  const local = rules.map((rule): Rule => {
    if (rulesOf(form).some(({ id }) => id === rule.id)) throw new OverlayError(`规则编号 ${rule.id} 已被占用`);
    try {
      compile(form, rule.formula);
    } catch (cause) {
      throw new OverlayError(`规则 ${rule.id} 用了格式中没有的单元格`, { cause });
    }
    return { ...rule, chapter: 'A', basis: ['notice'], vectors: [] };
  });
  return { ...form, figureRules: [...form.figureRules, ...local] };
}
