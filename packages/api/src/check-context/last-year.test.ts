import { dissolveAgency, putSuccession } from '@gongkai/db/agency';
import { engines } from '@gongkai/db/testing';
import { withValue, formOf, type Report } from '@gongkai/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../common/actor.ts';
import type { ReportKey } from '../common/schemas.ts';
import { createServices, type Services } from '../services.ts';
import { openCountyFixture, sampleReport, type CountyFixture } from '../testing/county-fixture.ts';
import { loadLastYear } from './last-year.ts';

const rules = ['R60', 'R61', 'R67'];

describe.each(engines)('the year before a report on %s', (engine) => {
  let fixture: CountyFixture;
  let services: Services;
  let serial = 0;
  beforeAll(async () => {
    fixture = await openCountyFixture(engine);
    services = createServices({ db: fixture.database.db, clock: () => new Date('2026-01-20T06:00:00Z') });
  });
  afterAll(() => fixture.close());

  const addBureau = (name: string, validFrom = '2010-01-01') =>
    services.agency.create({
      name,
      kind: 'department',
      level: 'county',
      parentId: fixture.agencies.county,
      validFrom,
    });
  const keyOf = (agencyId: string, year: number): ReportKey => ({ agencyId, year, kind: 'own' });
  /** Publishes a report with these numbers of applications carried over and of documents. */
  const publish = (agencyId: string, year: number, name: string, values: Record<string, number> = {}) => {
    const key = keyOf(agencyId, year);
    const blank: Report = { ...sampleReport(key), agency: { name, id: agencyId } };
    const report = Object.entries(values).reduce(
      (current, [cell, value]) => withValue(formOf(current.form), current, cell, value),
      blank,
    );
    return services.publication.archiveAll(installation, [{ ...key, report, publishedOn: `${year + 1}-01-15` }]);
  };
  const namesOf = async (agencyId: string, year: number) => {
    const { previous, predecessors } = await loadLastYear(fixture.database.db, keyOf(agencyId, year));
    return { previous: previous?.agency.name, predecessors: predecessors?.map(({ agency }) => agency.name) };
  };
  const found = async (agencyId: string, year: number) =>
    (await services.report.get(keyOf(agencyId, year))).findings
      .map(({ rule }) => rule)
      .filter((rule, at, all) => rules.includes(rule) && all.indexOf(rule) === at)
      .toSorted();
  /** Merges one bureau into another. */
  const merge = async (takenOverOn: string) => {
    serial += 1;
    const [into, gone] = [await addBureau(`甲${serial}局`), await addBureau(`乙${serial}局`)];
    await putSuccession(fixture.database.db, { successorId: into, predecessorId: gone, kind: 'merged', takenOverOn });
    await dissolveAgency(fixture.database.db, gone, takenOverOn);
    return { into, gone };
  };

  test('is that of the bodies that were merged, added up, so that what they left over is looked for', async () => {
    const { into, gone } = await merge('2023-05-01');
    await publish(into, 2022, '甲局', {
      'requests.carriedOut.naturalPersons': 2,
      'requests.carriedOut.total': 2,
      'disclosure.normativeDocuments.inForce': 5,
    });
    await publish(gone, 2022, '乙局', {
      'requests.carriedOut.naturalPersons': 1,
      'requests.carriedOut.total': 1,
      'disclosure.normativeDocuments.inForce': 3,
    });
    const sum = {
      'requests.carriedIn.naturalPersons': 3,
      'requests.carriedIn.total': 3,
      'disclosure.normativeDocuments.inForce': 8,
    };
    await publish(into, 2023, '甲局', sum);
    expect(await namesOf(into, 2023)).toEqual({ previous: undefined, predecessors: ['甲局', '乙局'] });
    expect(await found(into, 2023)).toEqual(['R67']);
    await publish(into, 2024, '甲局', { 'disclosure.normativeDocuments.inForce': 8 });
    expect(await namesOf(into, 2024)).toEqual({ previous: '甲局', predecessors: undefined });
    expect(await found(into, 2024)).toEqual([]);
  });

  test('reports figures that are inconsistent with the sum', async () => {
    const { into, gone } = await merge('2023-05-01');
    await publish(into, 2022, '甲局', { 'disclosure.normativeDocuments.inForce': 5 });
    await publish(gone, 2022, '乙局', {
      'requests.carriedOut.naturalPersons': 1,
      'requests.carriedOut.total': 1,
      'disclosure.normativeDocuments.inForce': 3,
    });
    await publish(into, 2023, '甲局', { 'disclosure.normativeDocuments.inForce': 5 });
    expect(await found(into, 2023)).toEqual(['R60', 'R61', 'R67']);
  });

  test('is that of all merged bodies too where cases and requests are looked for', async () => {
    const { into, gone } = await merge('2023-05-01');
    await publish(into, 2022, '甲局');
    await publish(gone, 2022, '乙局', {
      'requests.received.total': 1,
      'litigation.reconsideration.total': 1,
      'litigation.reconsideration.pending': 1,
    });
    await publish(into, 2023, '甲局', { 'litigation.lawsuitsAfterReconsideration.total': 1 });
    const hints = (await services.report.get(keyOf(into, 2023))).findings.map(({ rule }) => rule);
    expect(hints).toContain('R64');
    expect(hints).not.toContain('R40');
    expect(hints).not.toContain('R41');
  });

  test('is unknown as long as one of them is not public', async () => {
    const { into } = await merge('2023-05-01');
    await publish(into, 2022, '甲局');
    expect(await namesOf(into, 2023)).toEqual({ previous: undefined, predecessors: undefined });
  });

  test('takes a body in a year later that still reported on its last year itself', async () => {
    const { into, gone } = await merge('2022-12-20');
    for (const year of [2021, 2022]) {
      await publish(into, year, '甲局');
      await publish(gone, year, '乙局');
    }
    expect(await namesOf(into, 2022)).toEqual({ previous: '甲局', predecessors: undefined });
    expect(await namesOf(into, 2023)).toEqual({ previous: undefined, predecessors: ['甲局', '乙局'] });
  });

  test('is that of the body that a new one was split off from; the one that goes on has its own', async () => {
    const [whole, part] = [await addBureau('丙局'), await addBureau('丁局', '2023-03-01')];
    await putSuccession(fixture.database.db, {
      successorId: part,
      predecessorId: whole,
      kind: 'split',
      takenOverOn: '2023-03-01',
    });
    for (const year of [2022, 2023]) await publish(whole, year, '丙局');
    await publish(part, 2023, '丁局');
    expect(await namesOf(part, 2023)).toEqual({ previous: undefined, predecessors: ['丙局'] });
    expect(await loadLastYear(fixture.database.db, keyOf(part, 2023))).toMatchObject({ splitOff: true });
    expect(await loadLastYear(fixture.database.db, keyOf(whole, 2023))).not.toHaveProperty('splitOff');
    expect(await namesOf(whole, 2023)).toEqual({ previous: '丙局', predecessors: undefined });
    expect(await namesOf(part, 2024)).toEqual({ previous: '丁局', predecessors: undefined });
  });

  test('stands beside a draft', async () => {
    const { into, gone } = await merge('2023-05-01');
    await publish(into, 2022, '甲局');
    await publish(gone, 2022, '乙局');
    await services.draft.start({ userId: null }, { ...keyOf(into, 2023), report: sampleReport(keyOf(into, 2023)) });
    const { predecessors, findings } = await services.draft.get(keyOf(into, 2023));
    expect(predecessors).toHaveLength(2);
    expect(findings.map(({ rule }) => rule)).toContain('R67');
  });
});
