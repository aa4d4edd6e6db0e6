import type { Engine } from '@gongkai/db';
import type { ReportKey } from '../common/schemas.ts';
import { createPublicContext } from '../context.ts';
import { createCaller } from '../router.ts';
import { openCountyFixture, sampleReport } from './county-fixture.ts';

/** Opens the county fixture with the town's drafter, the county's reviewer and publisher, and a public reader. */
export async function openWorkflowScenario(engine: Engine) {
  const fixture = await openCountyFixture(engine);
  const { town, county } = fixture.agencies;
  const drafter = createCaller(await fixture.signIn('镇填报人', { agencyId: town, role: 'drafter' }));
  const reviewer = createCaller(await fixture.signIn('县审核人', { agencyId: county, role: 'reviewer' }));
  const publisher = createCaller(await fixture.signIn('县公布人', { agencyId: county, role: 'publisher' }));
  const reader = createCaller(createPublicContext(fixture.services));

  /** Returns the key of the town's report of a year. */
  const keyOf = (year: number): ReportKey => ({ agencyId: town, year, kind: 'own' });
  const reportOf = (year: number, sentence?: string) => sampleReport(keyOf(year), sentence);
  const start = (year: number, report = reportOf(year)) => drafter.draft.start({ ...keyOf(year), report });
  const submit = async (year: number) => {
    await start(year);
    return drafter.review.submit({ ...keyOf(year), lockVersion: 1 });
  };
  const accept = async (year: number) => {
    const { revision, digest } = await reviewer.review.revision(keyOf(year));
    await reviewer.review.accept({ ...keyOf(year), revision });
    return digest;
  };
  /** Approves the submitted report and publishes it. */
  const release = async (year: number) => publisher.publication.publish({ ...keyOf(year), digest: await accept(year) });
  return { ...fixture, drafter, reviewer, publisher, reader, keyOf, reportOf, start, submit, accept, release };
}

export type WorkflowScenario = Awaited<ReturnType<typeof openWorkflowScenario>>;
