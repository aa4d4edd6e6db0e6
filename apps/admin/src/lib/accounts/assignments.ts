import type { Duty, Held, ManagedAccount, Role } from '@gongkai/api/schemas';
import { dutyLabels, formatRoles } from '../sign-in/permissions.ts';

type Grant = Held['grants'][number];

/** One line of the form: an agency with the roles there. */
export interface AgencyRoles {
  agencyId: string;
  roles: Role[];
}

const same = (a: Grant, b: Grant) => a.agencyId === b.agencyId && a.role === b.role;

/** What lines of the form grant; lines without an agency grant nothing. */
export function toGrants(lines: readonly AgencyRoles[]): Grant[] {
  const grants = lines.flatMap(({ agencyId, roles }) => (agencyId ? roles.map((role) => ({ agencyId, role })) : []));
  return grants.filter((grant, index) => grants.findIndex((other) => same(other, grant)) === index);
}

/** Lines of the form for what is granted. */
export function linesOf(grants: readonly Grant[]): AgencyRoles[] {
  return [...Map.groupBy(grants, ({ agencyId }) => agencyId)].map(([agencyId, held]) => ({
    agencyId,
    roles: held.map(({ role }) => role),
  }));
}

/** What is to be given and taken so that one becomes the other. */
export function diffAssignments(before: Held, after: Held): { give: Held; take: Held } {
  const without = (some: Held, others: Held): Held => ({
    grants: some.grants.filter((grant) => !others.grants.some((other) => same(other, grant))),
    duties: some.duties.filter((duty) => !others.duties.includes(duty)),
  });
  return { give: without(after, before), take: without(before, after) };
}

/** What an account holds, line by line: 云溪县人民政府：填报、审核. */
export function formatAssignments({ memberships, duties }: Pick<ManagedAccount, 'memberships' | 'duties'>): string[] {
  const byAgency = Map.groupBy(memberships, ({ agencyId }) => agencyId);
  return [
    ...duties.map((duty: Duty) => dutyLabels[duty]),
    ...[...byAgency.values()].map(
      (held) => `${held[0]!.agencyName}：${formatRoles(new Set(held.map(({ role }) => role)))}`,
    ),
  ];
}
