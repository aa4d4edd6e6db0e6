import type { Duty, Held, ManagedAccount, Role } from '@gongkai/api/schemas';
import { dutyLabels, formatRoles } from '../sign-in/permissions.ts';

type Grant = Held['grants'][number];

/** A line of the form: an agency and the roles for it. */
export interface AgencyRoles {
  agencyId: string;
  roles: Role[];
}

const same = (a: Grant, b: Grant) => a.agencyId === b.agencyId && a.role === b.role;

/** The grants of the lines, without duplicates. Lines without an agency grant nothing. */
export function toGrants(lines: readonly AgencyRoles[]): Grant[] {
  const grants = lines.flatMap(({ agencyId, roles }) => (agencyId ? roles.map((role) => ({ agencyId, role })) : []));
  return grants.filter((grant, index) => grants.findIndex((other) => same(other, grant)) === index);
}

/** The lines of the form for existing grants. */
export function linesOf(grants: readonly Grant[]): AgencyRoles[] {
  return [...Map.groupBy(grants, ({ agencyId }) => agencyId)].map(([agencyId, held]) => ({
    agencyId,
    roles: held.map(({ role }) => role),
  }));
}

/** The assignments to give and to take so that `before` becomes `after`. */
export function diffAssignments(before: Held, after: Held): { give: Held; take: Held } {
  const without = (some: Held, others: Held): Held => ({
    grants: some.grants.filter((grant) => !others.grants.some((other) => same(other, grant))),
    duties: some.duties.filter((duty) => !others.duties.includes(duty)),
  });
  return { give: without(after, before), take: without(before, after) };
}

/** The assignments of an account as lines, such as 云溪县人民政府：填报、审核. */
export function formatAssignments({ memberships, duties }: Pick<ManagedAccount, 'memberships' | 'duties'>): string[] {
  const byAgency = Map.groupBy(memberships, ({ agencyId }) => agencyId);
  return [
    ...duties.map((duty: Duty) => dutyLabels[duty]),
    ...[...byAgency.values()].map(
      (held) => `${held[0]!.agencyName}：${formatRoles(new Set(held.map(({ role }) => role)))}`,
    ),
  ];
}
