import type { ReportKey } from '../../common/schemas.ts';
import { createPublicContext } from '../../context.ts';
import { createCaller } from '../../router.ts';
import type { Services } from '../../services.ts';
import { sampleReport } from '../sample-report.ts';
import type { Cast } from './cast.ts';
import { oneReport } from './one-report.ts';
import type { RoundStep } from './round-step.ts';

const year = 2021;

/**
 * Builds the steps of a county's whole year: announce, submit, recall, return, extend, approve, publish, roll up,
 * correct, update, withdraw. The last body never reports, the second last is left out, and the third last is late.
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
    if (index % 4 === 2) steps.push(way.returnForRevision(), way.reply(), way.save(11 + index), way.submit(2));
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
      // Later changes below make the roll-up differ again.
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

/** Computes the final sum of the county's report, including the correction and the late and withdrawn reports. */
export function receivedInAll(bodies: number): number {
  const inTime = Array.from({ length: bodies - 3 }, (_, index) => 10 + index + (index % 4 === 2 ? 1 : 0));
  return inTime.reduce((sum, count) => sum + count, 0) + 5 + 5;
}
