import type { AgencySummary, Duty, Me, Role } from '@gongkai/api/schemas';

export const roleLabels: Readonly<Record<Role, string>> = { drafter: '填报', reviewer: '审核', publisher: '公布' };

/** Duties for the installation, by their official names (三员). */
export const dutyLabels: Readonly<Record<Duty, string>> = {
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计员',
};

/** An agency for which the user has roles, with these roles. */
export interface WorkAgency {
  readonly agency: AgencySummary;
  readonly roles: ReadonlySet<Role>;
}

/** Formats roles in their usual order, such as 填报、审核、公布. */
export function formatRoles(roles: ReadonlySet<Role>): string {
  return (Object.keys(roleLabels) as Role[])
    .filter((role) => roles.has(role))
    .map((role) => roleLabels[role])
    .join('、');
}

/**
 * The agencies for which the user has roles. A role for an agency includes all agencies below it. Parents come first.
 */
export function workAgencies(me: Pick<Me, 'memberships'>, agencies: readonly AgencySummary[]): WorkAgency[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const lineOf = (agency: AgencySummary): string[] => {
    const line: string[] = [];
    for (let at: AgencySummary | undefined = agency; at && !line.includes(at.id); at = byId.get(at.parentId ?? ''))
      line.push(at.id);
    return line;
  };
  return agencies
    .map((agency) => ({ agency, line: lineOf(agency) }))
    .map(({ agency, line }) => ({
      agency,
      depth: line.length,
      roles: new Set(me.memberships.filter(({ agencyId }) => line.includes(agencyId)).map(({ role }) => role)),
    }))
    .filter(({ roles }) => roles.size > 0)
    .sort((a, b) => a.depth - b.depth)
    .map(({ agency, roles }) => ({ agency, roles }));
}
