import { router } from '../trpc.ts';
import { applyFileProcedure } from './apply-file.ts';
import { changeProcedure } from './change.ts';
import { createProcedure } from './create.ts';
import { dissolveProcedure } from './dissolve.ts';
import { exportFileProcedure } from './export-file.ts';
import { historyProcedure } from './history.ts';
import { mergeProcedure } from './merge.ts';
import { previewFileProcedure } from './preview-file.ts';
import { setContactProcedure } from './set-contact.ts';
import { splitProcedure } from './split.ts';
import { treeProcedure } from './tree.ts';

export const registerRouter = router({
  applyFile: applyFileProcedure,
  change: changeProcedure,
  create: createProcedure,
  dissolve: dissolveProcedure,
  exportFile: exportFileProcedure,
  history: historyProcedure,
  merge: mergeProcedure,
  previewFile: previewFileProcedure,
  setContact: setContactProcedure,
  split: splitProcedure,
  tree: treeProcedure,
});
