import * as z from 'zod/mini';
import { openForm } from '../../open-data/schemas.ts';
import { none } from '../parameters.ts';
import { item } from '../route.ts';

export const formList = z.strictObject({ items: z.array(openForm) });

export const formRoutes = [
  item({
    id: 'listForms',
    path: '/forms',
    tag: 'forms',
    summary: { zh: '统一格式及其数据项', en: 'Official forms and their cells' },
    description: '每个数据项的官方代码（三.一.总计）、键（requests.received.total）、行列名称与计量。',
    params: none,
    query: none,
    errors: [],
    schema: formList,
    read: async ({ services }) => ({ items: await services.openData.officialForms() }),
    examples: () => [{ summary: '全部格式' }],
  }),
];
