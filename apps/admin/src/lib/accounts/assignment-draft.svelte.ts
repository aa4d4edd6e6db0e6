import type { Duty, Held, Role } from '@gongkai/api/schemas';
import { toGrants, linesOf, type AgencyRoles } from './assignments.ts';

/** The assignments of an account while they are edited: roles for agencies, or one duty for the installation. */
export class AssignmentDraft {
  kind: 'roles' | Duty = $state('roles');
  lines: AgencyRoles[] = $state([]);

  constructor(assignments?: Held) {
    this.kind = assignments?.duties[0] ?? 'roles';
    this.lines = linesOf(assignments?.grants ?? []);
    if (this.lines.length === 0) this.addLine();
  }

  get assignments(): Held {
    return this.kind === 'roles' ? { grants: toGrants(this.lines), duties: [] } : { grants: [], duties: [this.kind] };
  }

  addLine(): void {
    this.lines.push({ agencyId: '', roles: [] });
  }

  removeLine(index: number): void {
    this.lines.splice(index, 1);
  }

  setRole(index: number, role: Role, on: boolean): void {
    const line = this.lines[index]!;
    line.roles = on ? [...line.roles, role] : line.roles.filter((assignments) => assignments !== role);
  }
}
