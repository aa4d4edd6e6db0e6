import { everyone, permissions, type Person } from './permissions.ts';

export const permissionsFile = new URL('../../../../docs/reference/permissions.md', import.meta.url);

/** Title of each person of the test, in relation to the town that a call is about. */
const titles: Readonly<Record<Person, string>> = {
  'the public': '公众',
  'nobody special': '无角色',
  'drafter elsewhere': '他县填报人',
  drafter: '填报人',
  'drafter above': '上级填报人',
  reviewer: '审核人',
  'reviewer above': '上级审核人',
  publisher: '公布人',
  'system administrator': '系统管理员',
  'security administrator': '安全管理员',
  auditor: '审计员',
};

/** Renders the table of the permission test as a page, with one row per procedure and one column per person. */
export function permissionsPage(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rows = Object.entries(permissions).map(([path, allowed]) =>
    row([`\`${path}\``, ...everyone.map((person) => (allowed.includes(person) ? '✓' : ''))]),
  );
  return `# Permissions of procedures

Generated from the permission test (\`packages/api/src/permissions.test.ts\`), which calls each procedure about a town as each
of these users, on both databases. A user without a mark is refused. Roles apply to an agency and all below it: 上级 has the
role for the county above the town, 他县 has it for another county. 系统管理员, 安全管理员 and 审计员 are the three duties of
an installation (三员分立).

${row(['', ...everyone.map((person) => titles[person])])}${row(['---', ...everyone.map(() => ':-:')])}${rows.join('')}`;
}
