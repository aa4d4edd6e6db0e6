import type { Complaint, SourceFile } from './source-files.ts';

const folder = 'docs/decisions/';
const headings = ['Status', 'Date', 'Context', 'Decision', 'Consequences'];

/** Reports decision records without the five headings, a date, their number or a line in the index. */
export function checkDecisions(files: readonly SourceFile[]): Complaint[] {
  const records = files.filter(({ path }) => path.startsWith(folder) && !path.endsWith('/README.md'));
  const index = files.find(({ path }) => path === `${folder}README.md`)?.text ?? '';
  const numbers = new Map<string, string>();
  return records.flatMap(({ path, text }) => {
    const messages: string[] = [];
    const name = path.slice(folder.length);
    const number = /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1];
    const title = /^# (\d+)\. (.+)\n/.exec(text);
    if (!number || Number(title?.[1]) !== Number(number))
      messages.push('needs the number of its file name in its title');
    if (number && numbers.has(number)) messages.push(`has the same number as ${numbers.get(number)}`);
    if (number) numbers.set(number, name);

    const found = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    if (found.join() !== headings.join()) messages.push(`needs the headings ${headings.join(', ')} in this order`);
    if (!/^## Date\n\n\d{4}-\d{2}-\d{2}\n/m.test(text)) messages.push('needs a date such as 2026-11-24');
    if (title && !index.includes(`](${name}) ${title[2]}\n`))
      messages.push(`needs a line with its title in ${folder}README.md`);
    return messages.map((message) => ({ path, line: 1, message }));
  });
}
