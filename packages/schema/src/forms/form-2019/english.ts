import { captions, litigation, sections, sharedRequests } from '../../form-parts/english.ts';
import type { EnglishOf } from '../../layout/english.ts';
import type { layout } from './layout.ts';

/** English labels of the first unified form. */
export const english: EnglishOf<typeof layout> = {
  title: 'Annual report on open government information, form for trial use (2019)',
  sections,
  tables: {
    disclosure: {
      title: sections.disclosure,
      rows: {
        regulations: 'Regulations',
        normativeDocuments: 'Normative documents',
        licensing: 'Administrative licences',
        otherServices: 'Other matters of public service',
        penalties: 'Administrative penalties',
        compulsoryMeasures: 'Compulsory measures',
        administrativeFees: 'Administrative fees',
        centralisedProcurement: 'Centralised procurement',
      },
      columns: {
        produced: 'Produced this year',
        newlyDisclosed: 'Newly disclosed this year',
        totalDisclosed: 'Disclosed in all',
        previousItems: 'Items last year',
        change: 'Increase or decrease this year',
        decisions: 'Decisions',
        projects: 'Projects',
        amount: 'Total amount',
      },
      heads: {},
      blocks: { ...captions, procurement: { ...captions.charges, caption: 'Article 20 (9)' } },
    },
    requests: { ...sharedRequests, rows: { ...sharedRequests.rows, otherHandling: '(6) Handled otherwise' } },
    litigation,
  },
};
