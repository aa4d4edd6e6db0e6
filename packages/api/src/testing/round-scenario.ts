import type { Engine } from '@gongkai/db';
import { createAgency } from '@gongkai/db/agency';
import { openWorkflowScenario } from './workflow-scenario.ts';
import { now } from './county-fixture.ts';

/** Opens the workflow scenario in which the reviewer manages the county's rounds, with a vertically led tax office. */
export async function openRoundScenario(engine: Engine) {
  const fixture = await openWorkflowScenario(engine);
  const { county, town } = fixture.agencies;
  const taxes = await createAgency(fixture.database.db, {
    name: '国家税务总局云溪县税务局',
    ...{ kind: 'verticallyLed', level: 'county', parentId: county, validFrom: '2018-07-20' },
  });
  const round = (year = 2021) => ({ agencyId: county, year });
  /** Returns the key of the town in the round of a year. */
  const about = (year = 2021) => ({ ...round(year), bodyId: town });
  /** Announces the round of a year in its January, and resets the clock. */
  const announce = async (year = 2021, more: { readonly note?: string } = {}) => {
    fixture.passTo(`${year + 1}-01-04T02:00:00Z`);
    await fixture.reviewer.round.announce({ ...round(year), ...more });
    fixture.passTo(now.toISOString());
  };
  const board = (year = 2021) => fixture.reviewer.round.board(round(year));
  const lineOf = async (year = 2021) => (await board(year)).lines.find(({ agencyId }) => agencyId === town)!;
  return { ...fixture, taxes, round, about, announce, board, lineOf };
}

export type RoundScenario = Awaited<ReturnType<typeof openRoundScenario>>;
