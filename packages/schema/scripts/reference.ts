import { bases, chapters, severities } from '../src/catalogue/chapters.ts';
import { inCatalogueOrder, rulesOf } from '../src/catalogue/catalogue.ts';
import { inEnglish } from '../src/forms/english.ts';
import type { Form } from '../src/engine/form.ts';
import { forms } from '../src/forms/registry.ts';
import { inWords } from '../src/formulas/words.ts';
import { rowCode } from '../src/layout/cells.ts';
import type { Chapter, Rule } from '../src/engine/rule.ts';

const warning =
  '<!-- Written by packages/schema/scripts/write-reference.ts: change the rules and forms, not this page. -->';

/** The pages under docs/reference that are written from rules and layouts, by file name. */
export function referencePages(): Map<string, string> {
  return new Map([
    ['rules.md', rulesPage()],
    ['forms.md', formsPage()],
  ]);
}

interface RuleInForms {
  readonly rule: Rule;
  readonly held: readonly Form[];
}

function rulesPage(): string {
  const rules = new Map<string, RuleInForms>();
  for (const form of forms)
    for (const rule of rulesOf(form)) rules.set(rule.id, { rule, held: [...(rules.get(rule.id)?.held ?? []), form] });
  const inOrder = [...rules.values()].sort((a, b) => inCatalogueOrder(a.rule, b.rule));
  const inChapter = (chapter: Chapter) => inOrder.filter(({ rule }) => rule.chapter === chapter);
  const parts = (Object.keys(chapters) as Chapter[]).map((chapter) => {
    const { zh, en } = chapters[chapter];
    return `## ${chapter} ${zh} · ${en}\n\n${inChapter(chapter).map(ruleSection).join('\n')}`;
  });
  const intro = [
    `The ${rules.size} checks that a report goes through. Severities: ${Object.entries(severities)
      .map(([key, { zh, en }]) => `**${zh}** (\`${key}\`: ${en})`)
      .join(', ')}.`,
    'Every check passes, fails, or is skipped with its reason; a skip never counts as a pass.',
    '"Rests on" says what a check is taken from. What rests on reasoning is no official definition.',
  ].join('\n');
  return `${warning}\n\n# Checks\n\n${intro}\n\n${parts.join('\n')}`;
}

function ruleSection({ rule, held }: RuleInForms): string {
  const { id, severity, title, basis, message, vectors, neverSkips } = rule;
  const everywhere = held.length === forms.length;
  const inForms = held.map((form) => ({ form, ...rulesOf(form).find((each) => each.id === id)! }));
  const formulas = [...new Set(inForms.flatMap(({ form, formula }) => (formula ? [inWords(form, formula)] : [])))];
  const citations = [...new Set(inForms.map(({ citation }) => `${citation.document} ${citation.place ?? ''}`.trim()))];
  const lines = [
    `### ${id} ${title.zh}`,
    '',
    `${title.en}.`,
    '',
    `- ${severities[severity].zh} (\`${severity}\`)${everywhere ? '' : `, only ${held.map((form) => `\`${form.id}\``).join(', ')}`}`,
    `- Rests on: ${basis.map((each) => bases[each].en).join(', ')}. ${citations.join('; ')}`,
    ...formulas.map((formula) => `- ${formula}`),
    `- Says: ${message.zh}`,
    `- Examples: ${vectors.map(({ name, verdict }) => `${name} (${verdict})`).join('; ')}${neverSkips ? `. Never skipped: ${neverSkips}` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}

function formsPage(): string {
  return `${warning}\n\n# Official forms\n\n${forms.map(formSection).join('\n').trimEnd()}\n`;
}

function formSection(form: Form): string {
  const english = inEnglish(form);
  const { from, to } = form.years;
  const sections = form.sections.map(
    ({ key, number, title }, at) => `| ${number} | ${title} | \`${key}\` | ${english.sections[at]!.title} |`,
  );
  const tables = form.sections.flatMap(({ number, table }) => {
    if (!table) return [];
    const blocks = form.tables[table]!.blocks.flatMap(({ rows, columns, caption }, at) => {
      const translated = english.tables[table]!.blocks[at]!;
      const head = caption ? [`**${caption}**`, ''] : [];
      const line = (kind: string, code: string, label: string, key: string, meaning: string) =>
        `| ${kind} | ${code} | ${label} | \`${key}\` | ${meaning} |`;
      return [
        ...head,
        '| | code | label | key | English |',
        '|---|---|---|---|---|',
        ...rows.map((row, index) => line('row', rowCode(row), row.label, row.key, translated.rows[index]!.label)),
        ...columns.map((column, index) =>
          line('column', column.label, column.label, column.key, translated.columns[index]!.label),
        ),
        '',
      ];
    });
    return [`### ${number}、${form.tables[table]!.title} (\`${table}\`)`, '', ...blocks];
  });
  return [
    `## ${form.title} (\`${form.id}\`)`,
    '',
    `${form.citation.document}, for the reports of ${from}${to ? ` to ${to}` : ' on'}.`,
    '',
    '| number | title | key | English |',
    '|---|---|---|---|',
    ...sections,
    '',
    ...tables,
  ].join('\n');
}
