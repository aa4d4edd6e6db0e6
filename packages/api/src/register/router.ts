import * as z from 'zod/mini';
import { formInput } from '../common/form-fields.ts';
import { readUpload } from '../import/upload.ts';
import { router, systemAdministratorProcedure } from '../trpc.ts';
import { applyInput, exportedFile, exportInput, filePlan, previewInput } from './spreadsheet/schemas.ts';
import {
  agencyRecord,
  changeInput,
  contactInput,
  createInput,
  dissolveInput,
  registerUpdate,
  registerUpdates,
  mergeInput,
  recordRef,
  registerEntry,
  splitInput,
} from './schemas.ts';

export const registerRouter = router({
  /** A form with the file in its field `file`, and in `digest` the plan that the user has seen. */
  applyFile: systemAdministratorProcedure
    .input(formInput<never, typeof applyInput>(applyInput))
    .output(filePlan)
    .mutation(async ({ ctx, input: { file, digest } }) =>
      ctx.services.register.applyFile(ctx.user, await readUpload(file), digest),
    ),
  change: systemAdministratorProcedure
    .input(changeInput)
    .output(registerUpdate)
    .mutation(({ ctx, input }) => ctx.services.register.change(ctx.user, input)),
  create: systemAdministratorProcedure
    .input(createInput)
    .output(registerUpdate)
    .mutation(({ ctx, input }) => ctx.services.register.create(ctx.user, input)),
  dissolve: systemAdministratorProcedure
    .input(dissolveInput)
    .output(registerUpdate)
    .mutation(({ ctx, input }) => ctx.services.register.dissolve(ctx.user, input)),
  exportFile: systemAdministratorProcedure
    .input(exportInput)
    .output(exportedFile)
    .query(({ ctx, input }) => ctx.services.register.exportFile(input)),
  history: systemAdministratorProcedure
    .input(recordRef)
    .output(agencyRecord)
    .query(({ ctx, input }) => ctx.services.register.history(input.agencyId)),
  merge: systemAdministratorProcedure
    .input(mergeInput)
    .output(registerUpdate)
    .mutation(({ ctx, input }) => ctx.services.register.merge(ctx.user, input)),
  /** A form with the file in its field `file`. */
  previewFile: systemAdministratorProcedure
    .input(formInput<never, typeof previewInput>(previewInput))
    .output(filePlan)
    .mutation(async ({ ctx, input }) => ctx.services.register.previewFile(await readUpload(input.file))),
  setContact: systemAdministratorProcedure
    .input(contactInput)
    .output(registerUpdate)
    .mutation(({ ctx, input }) => ctx.services.register.setContact(ctx.user, input)),
  split: systemAdministratorProcedure
    .input(splitInput)
    .output(registerUpdates)
    .mutation(({ ctx, input }) => ctx.services.register.split(ctx.user, input)),
  tree: systemAdministratorProcedure.output(z.array(registerEntry)).query(({ ctx }) => ctx.services.register.tree()),
});
