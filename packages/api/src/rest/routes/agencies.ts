import { agencyPage, agencyRef } from '../../agency/schemas.ts';
import { agencyId } from '../../common/schemas.ts';
import { agencyFilter, openAgency } from '../../open-data/schemas.ts';
import { fieldOf } from '../csv-fields.ts';
import { none } from '../parameters.ts';
import { item, list, type Example } from '../route.ts';

const columns = ['id', 'name', 'kind', 'level', 'parentId', 'divisionCode', 'creditCode', 'dissolvedOn'] as const;

export const agencyRoutes = [
  list({
    id: 'listAgencies',
    path: '/agencies',
    tag: 'agencies',
    summary: { zh: '机关名录', en: 'Agencies' },
    description:
      '按编号排列，含已撤销的机关（dissolved=false 则不含）。parentId 为直接上级，under 为某机关及其以下全部机关，name 为现名的一部分。',
    params: none,
    query: agencyFilter,
    errors: [],
    item: openAgency,
    cursor: agencyId,
    most: 1_000,
    usual: 100,
    read: ({ services, query }, slice) => services.openData.agencies(query, slice),
    total: ({ services, query }) => services.openData.agencyTotal(query),
    csv: { head: () => [...columns], line: (agency) => columns.map((name) => fieldOf(agency[name])) },
    examples: ({ parentId }): Example[] => [
      { summary: '前两个机关', query: { limit: '2' } },
      ...(parentId ? [{ summary: '一级政府及其以下全部机关', query: { under: parentId, dissolved: 'false' } }] : []),
      { summary: '全部机关', format: 'csv' },
    ],
  }),
  item({
    id: 'getAgency',
    path: '/agencies/{id}',
    tag: 'agencies',
    summary: { zh: '一个机关及其已公布的报告', en: 'An agency and its published reports' },
    description: '曾用名、合并分立的前身与后继、公开工作机构的联系方式，以及历年报告（撤下的也列出）。',
    params: agencyRef,
    query: none,
    errors: ['not_found'],
    schema: agencyPage,
    read: ({ services, params }) => services.agency.page(params.id),
    examples: ({ reports }) =>
      reports.slice(0, 1).map(({ agencyId, agencyName }) => ({ summary: agencyName, params: { id: agencyId } })),
  }),
];
