import * as z from 'zod/mini';
import { publicBoard, roundKey, roundSummary } from '../../round/schemas.ts';
import { none } from '../parameters.ts';
import { item } from '../route.ts';

/** Every round that was announced. */
export const roundList = z.strictObject({ items: z.array(roundSummary) });

export const roundRoutes = [
  item({
    id: 'listRounds',
    path: '/rounds',
    tag: 'rounds',
    summary: { zh: '各年度收集', en: 'Rounds' },
    params: none,
    query: none,
    errors: [],
    live: true,
    schema: roundList,
    read: async ({ services }) => ({ items: await services.round.list() }),
    examples: () => [{ summary: '全部' }],
  }),
  item({
    id: 'getRound',
    path: '/rounds/{agencyId}/{year}',
    tag: 'rounds',
    summary: { zh: '一个年度收集的公示：谁已按期公布', en: "A round's public board" },
    description: '由哪一级政府收集、各机关应公布的日期与公布情况。与当天日期有关，不缓存。',
    params: roundKey,
    query: none,
    errors: ['not_found'],
    live: true,
    schema: publicBoard,
    read: ({ services, params }) => services.round.get(params),
    examples: ({ round }) =>
      round
        ? [
            {
              summary: `${round.agencyName} ${round.year} 年度`,
              params: { agencyId: round.agencyId, year: String(round.year) },
            },
          ]
        : [],
  }),
];
