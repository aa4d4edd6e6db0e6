import type { EnglishOf } from '../../layout/english.ts';
import { captions, litigation, sections, sharedRequests } from '../../form-parts/english.ts';
import type { layout } from './layout.ts';

/** English labels of the form in force. */
export const english: EnglishOf<typeof layout> = {
  title: 'Annual report on open government information (2021)',
  sections,
  tables: {
    disclosure: {
      title: sections.disclosure,
      rows: {
        regulations: 'Regulations',
        normativeDocuments: 'Administrative normative documents',
        licensing: 'Administrative licences',
        penalties: 'Administrative penalties',
        compulsoryMeasures: 'Compulsory measures',
        administrativeFees: 'Administrative fees',
      },
      columns: {
        issued: 'Issued this year',
        repealed: 'Repealed this year',
        inForce: 'In force',
        decisions: 'Decisions this year',
        amount: 'Fees charged this year (in 10,000 yuan)',
      },
      heads: {},
      blocks: captions,
    },
    requests: {
      ...sharedRequests,
      rows: {
        ...sharedRequests.rows,
        notCorrected: '1. Not corrected in time by the applicant; no longer processed',
        feeUnpaid: '2. Fee not paid in time by the applicant; no longer processed',
        otherReasons: '3. Other',
      },
      heads: { ...sharedRequests.heads, otherwiseHandled: '(6) Handled otherwise' },
    },
    litigation,
  },
};
