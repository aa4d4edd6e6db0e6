import type { Database } from '@gongkai/db';
import {
  changeAgency,
  correctAgency,
  createAgency,
  dissolveAgency,
  listAgencyContacts,
  listAgencyPeriods,
  putAgencyContact,
  putSuccession,
  type Agency,
  type AgencyAttributes,
  type AgencyContact,
  type AgencySuccession,
} from '@gongkai/db/agency';
import { ulid } from 'ulid';
import { ApiError } from '../common/errors.ts';
import { changeFault, dissolutionFault, placementFault } from './validation.ts';

/**
 * Every agency with its history and planned changes. Each change is validated here, one after the other, and written
 * only by `save`, so that a file can be tried row by row without writing anything.
 */
export class Register {
  readonly #histories: Map<string, Agency[]>;
  readonly #contacts: Map<string, AgencyContact>;
  readonly #changedAt: ReadonlyMap<string, Date>;
  readonly #today: string;
  readonly #writes: ((db: Database) => Promise<unknown>)[] = [];

  private constructor(
    histories: Map<string, Agency[]>,
    contacts: Map<string, AgencyContact>,
    changedAt: ReadonlyMap<string, Date>,
    today: string,
  ) {
    this.#histories = histories;
    this.#contacts = contacts;
    this.#changedAt = changedAt;
    this.#today = today;
  }

  static async load(db: Database, today: string): Promise<Register> {
    const [periods, contacts] = [await listAgencyPeriods(db), await listAgencyContacts(db)];
    const histories = new Map<string, Agency[]>();
    for (const { changedAt: _, ...period } of periods)
      histories.set(period.id, [...(histories.get(period.id) ?? []), period]);
    return new Register(histories, contacts, new Map(periods.map(({ id, changedAt }) => [id, changedAt])), today);
  }

  /** Every agency in its current or, if dissolved, last period. */
  get all(): Agency[] {
    return [...this.#histories.values()].map((history) => history.at(-1)!);
  }

  get isChanged(): boolean {
    return this.#writes.length > 0;
  }

  historyOf(id: string): readonly Agency[] {
    return this.#histories.get(id) ?? [];
  }

  /** Returns the agency in its current or, if dissolved, last period. */
  find(id: string): Agency | undefined {
    return this.historyOf(id).at(-1);
  }

  /** @throws {ApiError} not_found */
  get(id: string): Agency {
    const found = this.find(id);
    if (!found) throw new ApiError('not_found', '没有这个机关，可能已被他人更改，请刷新后再办理');
    return found;
  }

  contactOf(id: string): AgencyContact | null {
    return this.#contacts.get(id) ?? null;
  }

  /** Identifies the state of an agency; a change states the version that its author has seen. */
  versionOf(id: string): string {
    return this.#changedAt.get(id)?.toISOString() ?? '';
  }

  /** Existing agencies whose parent is this one. */
  childrenOf(id: string): Agency[] {
    return this.all.filter(({ parentId, dissolvedOn }) => parentId === id && dissolvedOn === null);
  }

  /** @throws {ApiError} invalid_agency */
  create(attributes: AgencyAttributes, validFrom: string, id: string = ulid()): string {
    if (this.find(id)) throw new ApiError('invalid_agency', `编号 ${id} 已有机关使用，请核对`);
    const agency = complete(id, attributes, validFrom);
    refuse(placementFault(this, agency, validFrom, this.#today));
    this.#histories.set(id, [agency]);
    this.#writes.push((db) => createAgency(db, { ...attributes, id, validFrom }));
    return id;
  }

  /**
   * Changes an agency from a day on; if that is the first day of its current period, corrects that period.
   * @throws {ApiError} not_found, invalid_agency
   */
  change(id: string, from: string, changes: Partial<AgencyAttributes>): void {
    const now = this.get(id);
    const next: Agency = { ...now, ...changes };
    refuse(changeFault(now, from));
    refuse(placementFault(this, next, from, this.#today));
    const history = [...this.historyOf(id)];
    if (from === now.validFrom) {
      history.splice(-1, 1, next);
      this.#writes.push((db) => correctAgency(db, id, changes));
    } else {
      history.splice(-1, 1, { ...now, validTo: from }, { ...next, validFrom: from });
      this.#writes.push((db) => changeAgency(db, id, from, changes));
    }
    this.#histories.set(id, history);
  }

  /** @throws {ApiError} not_found, invalid_agency */
  dissolve(id: string, on: string): void {
    const now = this.get(id);
    refuse(dissolutionFault(this, now, on, this.#today));
    this.#histories.set(id, [...this.historyOf(id).slice(0, -1), { ...now, dissolvedOn: on }]);
    this.#writes.push((db) => dissolveAgency(db, id, on));
  }

  succeed(succession: AgencySuccession): void {
    this.#writes.push((db) => putSuccession(db, succession));
  }

  setContact(id: string, contact: AgencyContact): void {
    this.get(id);
    this.#contacts.set(id, contact);
    this.#writes.push((db) => putAgencyContact(db, id, contact));
  }

  /** Writes all changes in order. Must be called in a transaction that has locked the agencies. */
  async save(db: Database): Promise<void> {
    for (const write of this.#writes.splice(0)) await write(db);
  }
}

function complete(id: string, attributes: AgencyAttributes, validFrom: string): Agency {
  const { parentId = null, divisionCode = null, creditCode = null, ...rest } = attributes;
  return { ...rest, parentId, divisionCode, creditCode, id, validFrom, validTo: null, dissolvedOn: null };
}

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new ApiError('invalid_agency', fault);
}
