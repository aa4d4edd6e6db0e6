import { formOf, valueAt, withValue, type Report } from '@gongkai/schema';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller, type Caller } from '../router.ts';
import type { Services } from '../services.ts';
import { sampleReport, testPassword } from './world.ts';

/** A county that collects, the bodies below it, and three people who do the work. */
export interface Cast {
  readonly county: string;
  /** The office first, then towns. */
  readonly bodies: readonly string[];
  readonly people: { readonly drafter: string; readonly reviewer: string; readonly publisher: string };
}

/** One act of the round. It is known to have been done by what is stored alone, so that the round goes on after a break. */
export interface RoundStep {
  readonly name: string;
  /** When it is done, for the clock. */
  readonly at: string;
  done(): Promise<boolean>;
  act(): Promise<unknown>;
}

const year = 2021;
const received = 'requests.received.total';

export async function castFor(services: Services, bodies: number): Promise<Cast> {
  const add = (name: string, kind: 'government' | 'governmentOffice' | 'town', parentId: string | null) =>
    services.agency.create({
      ...{ name, kind, parentId, validFrom: '2010-01-01' },
      level: kind === 'town' ? 'township' : 'county',
    });
  const county = await add('云溪县人民政府', 'government', null);
  const below = [await add('云溪县人民政府办公室', 'governmentOffice', county)];
  for (let number = 1; number < bodies; number++) below.push(await add(`云溪县第${number}镇人民政府`, 'town', county));
  const person = (role: 'drafter' | 'reviewer' | 'publisher') =>
    services.account.create({ username: `round-${role}`, name: role, password: testPassword }, [
      { agencyId: county, role },
    ]);
  const people = {
    drafter: await person('drafter'),
    reviewer: await person('reviewer'),
    publisher: await person('publisher'),
  };
  return { county, bodies: below, people };
}

/**
 * A county's whole year: announce, hand in, recall, return, extend, accept, publish, add up, correct, take in, withdraw.
 * Of the bodies the last never reports, the one before is left out, and the one before that comes late.
 */
export async function wholeRound(services: Services, cast: Cast): Promise<RoundStep[]> {
  const { county, bodies, people } = cast;
  const as = async (userId: string) => createCaller({ services, user: await services.account.signedIn(userId) });
  const [drafter, reviewer, publisher] = [
    await as(people.drafter),
    await as(people.reviewer),
    await as(people.publisher),
  ];
  const reader = createCaller(createPublicContext(services));
  const round = { agencyId: county, year };
  const board = () => reviewer.round.board(round);

  const own = (agencyId: string): ReportKey => ({ agencyId, year, kind: 'own' });
  const consolidated: ReportKey = { agencyId: county, year, kind: 'consolidated' };
  const [late, leftOut, silent] = bodies.slice(-3) as [string, string, string];
  const inTime = bodies.slice(0, -3);

  const one = oneReport({ drafter, reviewer, publisher });
  const steps: RoundStep[] = [
    {
      name: 'announce',
      at: '2022-01-04T02:00:00Z',
      done: async () => (await reader.round.list()).some((known) => known.agencyId === county && known.year === year),
      act: () => reviewer.round.announce({ ...round, note: '请于一月底前完成' }),
    },
    {
      name: 'leave one out',
      at: '2022-01-05T02:00:00Z',
      done: async () => (await board()).excluded.length > 0,
      act: () => reviewer.round.exclude({ ...round, bodyId: leftOut, reason: '本年度撤销，由县政府办公室代编' }),
    },
  ];
  for (const [index, agencyId] of inTime.entries()) {
    const at = `2022-01-${String(10 + (index % 15)).padStart(2, '0')}T02:00:00Z`;
    const way = one(own(agencyId), `body ${index}`, at);
    steps.push(way.start(10 + index), way.submit(1));
    if (index % 4 === 1) steps.push(way.recall(), way.submit(2));
    if (index % 4 === 2) steps.push(way.giveBack(), way.reply(), way.save(11 + index), way.submit(2));
    steps.push(way.accept(1));
    steps.push(index % 4 === 3 ? way.schedule() : way.publish('published'));
  }
  steps.push({
    name: 'publish what is due',
    at: '2022-01-31T01:00:00Z',
    done: async () => {
      const stages = (await board()).lines.map(({ stage }) => stage);
      return stages.includes('published') && !stages.includes('scheduled');
    },
    act: () => services.publication.publishDue(),
  });
  const lateWay = one(own(late), 'late body', '2022-02-10T02:00:00Z');
  steps.push(
    lateWay.start(5),
    {
      name: 'extend for the late one',
      at: '2022-02-09T02:00:00Z',
      done: async () => (await board()).lines.some(({ extensions }) => extensions.length > 0),
      act: () => reviewer.round.extend({ ...round, bodyId: late, until: '2022-02-20', reason: '人员变动' }),
    },
    lateWay.submit(1),
    lateWay.accept(1),
    lateWay.publish('published'),
  );

  const sum = one(consolidated, 'county', '2022-03-10T02:00:00Z');
  const { sections } = sampleReport(consolidated);
  steps.push(
    {
      name: 'add up',
      at: '2022-03-01T02:00:00Z',
      done: async () => (await drafter.rollup.get(round)).generated !== null,
      act: () => drafter.rollup.generate(round),
    },
    {
      name: 'say why one is missing',
      at: '2022-03-02T02:00:00Z',
      done: async () =>
        (await drafter.rollup.get(round)).children.every(({ absence }) => !absence || absence.reason !== undefined),
      act: () =>
        drafter.rollup.giveReasons({ ...round, reasons: [{ bodyId: silent, reason: '逾期未报，已发函督促' }] }),
    },
    {
      name: 'write the county’s text',
      at: '2022-03-03T02:00:00Z',
      done: async () => (await sum.steps()).length > 0 || (await sum.draft())?.report.sections[0]!.blocks.length !== 0,
      act: async () => {
        const { lockVersion, report } = await drafter.draft.get(consolidated);
        return drafter.draft.save({ ...consolidated, lockVersion, report: { ...report, sections } });
      },
    },
    sum.submit(1),
    sum.accept(1),
    sum.publish('published'),
  );

  const first = one(own(inTime[0]!), 'correction of body 0', '2022-04-01T02:00:00Z');
  const again = one(consolidated, 'correction of the county', '2022-04-10T02:00:00Z');
  steps.push(
    first.correct('申请数量漏计五件'),
    first.save(15),
    first.submit(2),
    first.accept(2),
    first.publish('corrected'),
    {
      name: 'take in what changed',
      at: '2022-04-05T02:00:00Z',
      // Later changes below make it differ again.
      done: async () => (await again.count('submitted')) > 1 || (await drafter.rollup.get(round)).drift.length === 0,
      act: () => drafter.rollup.takeIn({ ...round, publicNote: '随县政府办公室更正' }),
    },
    again.submit(2),
    again.accept(2),
    again.publish('corrected'),
    {
      name: 'withdraw body 1',
      at: '2022-05-01T02:00:00Z',
      done: async () => (await board()).lines.some(({ stage }) => stage === 'withdrawn'),
      act: () => publisher.publication.withdraw({ ...own(inTime[1]!), reason: '内容有误，重新核实' }),
    },
  );
  return steps;
}

/** What the sums of the county's report must be in the end: all in time, the correction, the late one, the withdrawn one too. */
export function receivedInAll(bodies: number): number {
  const inTime = Array.from({ length: bodies - 3 }, (_, index) => 10 + index + (index % 4 === 2 ? 1 : 0));
  return inTime.reduce((sum, count) => sum + count, 0) + 5 + 5;
}

/** The steps that one report takes, named after whose it is. */
function oneReport({ drafter, reviewer, publisher }: Record<'drafter' | 'reviewer' | 'publisher', Caller>) {
  return (key: ReportKey, name: string, at: string) => {
    const steps = async () => (await drafter.review.history(key)).steps;
    const count = async (action: string) => (await steps()).filter((step) => step.action === action).length;
    const draft = () => drafter.draft.get(key).catch(() => undefined);
    const lastRevision = () => reviewer.review.revision(key);
    const step = (what: string, done: RoundStep['done'], act: RoundStep['act']) => ({
      name: `${name}: ${what}`,
      at,
      done,
      act,
    });
    const isInDraft = async (requests: number) => {
      const found = await draft();
      return found !== undefined && valueAt(found.report.tables, received) === requests;
    };
    return {
      steps,
      count,
      draft,
      start: (requests: number) =>
        step(
          'start',
          async () => (await steps()).length > 0 || (await draft()) !== undefined,
          () => drafter.draft.start({ ...key, report: reportWith(sampleReport(key), requests) }),
        ),
      save: (requests: number) =>
        step(
          `save ${requests}`,
          async () =>
            (await isInDraft(requests)) ||
            ((await draft()) === undefined && valueAt((await lastRevision()).report.tables, received) === requests),
          async () => {
            const { lockVersion, report } = await drafter.draft.get(key);
            return drafter.draft.save({ ...key, lockVersion, report: reportWith(report, requests) });
          },
        ),
      submit: (nth: number) =>
        step(
          `submit ${nth}`,
          async () => (await count('submitted')) >= nth,
          async () => drafter.review.submit({ ...key, lockVersion: (await drafter.draft.get(key)).lockVersion }),
        ),
      recall: () =>
        step(
          'recall',
          async () => (await count('recalled')) > 0,
          () => drafter.review.recall({ ...key, note: '再核一遍' }),
        ),
      giveBack: () =>
        step(
          'return',
          async () => (await count('returned')) > 0,
          async () =>
            reviewer.review.return({
              ...{ ...key, revision: (await lastRevision()).revision, reasons: ['figures'], note: '请核对申请数量' },
              comments: [{ target: 'cell', place: received, text: '少计一件' }],
            }),
        ),
      reply: () =>
        step(
          'reply',
          async () => (await drafter.review.history(key)).comments.some(({ replies }) => replies.length > 0),
          async () => {
            const [comment] = (await drafter.review.history(key)).comments;
            const { revision, number } = comment!;
            return drafter.review.reply({ ...key, revision, comment: number, text: '已改正' });
          },
        ),
      accept: (nth: number) =>
        step(
          `accept ${nth}`,
          async () => (await count('accepted')) >= nth,
          async () => reviewer.review.accept({ ...key, revision: (await lastRevision()).revision }),
        ),
      publish: (action: 'published' | 'corrected') =>
        step(
          action,
          async () => (await count(action)) > 0,
          async () => publisher.publication.publish({ ...key, digest: (await lastRevision()).digest }),
        ),
      schedule: () =>
        step(
          'schedule',
          async () => ['scheduled', 'published'].includes((await drafter.review.history(key)).state.stage),
          async () =>
            publisher.publication.schedule({
              ...{ ...key, digest: (await lastRevision()).digest },
              due: '2022-01-30T01:00:00Z',
            }),
        ),
      correct: (publicNote: string) =>
        step(
          'correct',
          async () => (await draft()) !== undefined || (await count('submitted')) > 1,
          () => drafter.publication.correct({ ...key, publicNote }),
        ),
    };
  };
}

/** So many applications, all answered: every sum holds. */
function reportWith(report: Report, requests: number): Report {
  const cells = ['三.一', '三.（一）', '三.（七）'].flatMap((row) => [`${row}.自然人`, `${row}.总计`]);
  return cells.reduce((changed, cell) => withValue(formOf(report.form), changed, cell, requests), report);
}
