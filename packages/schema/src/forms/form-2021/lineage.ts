import type { Lineage } from '../../engine/form.ts';

/** What became of the rows of 2019: one was split in three; items became documents, and numbers of fees amounts. */
export const lineage: Lineage = {
  previous: 'form-2019',
  splitRows: [
    {
      from: 'requests.otherHandling',
      into: ['requests.notCorrected', 'requests.feeUnpaid', 'requests.otherReasons'],
    },
  ],
  changedRows: ['disclosure.regulations', 'disclosure.normativeDocuments', 'disclosure.administrativeFees'],
};
