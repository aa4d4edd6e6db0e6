import * as z from 'zod/mini';
import { formInput } from '../common/form-fields.ts';
import { reportKey } from '../common/schemas.ts';
import { sourceResult } from '../import/schemas.ts';
import { file, readUpload } from '../import/upload.ts';
import { anyDrafterProcedure, drafterProcedure, router } from '../trpc.ts';
import {
  draft,
  draftFindings,
  draftSummary,
  lockedKey,
  saved,
  saveInput,
  startable,
  started,
  startInput,
  type StartInput,
} from './schemas.ts';

const startForm = z.extend(startInput, { file: z.optional(file) });

export const draftRouter = router({
  /** Asked for before a document's draft is made; fails as `draft.start` would where the report is under way or public. */
  checkStartable: drafterProcedure
    .input(reportKey)
    .output(startable)
    .query(async ({ ctx, input }) => {
      await ctx.services.draft.requireStartable(input);
      return { startable: true } as const;
    }),
  discard: drafterProcedure.input(lockedKey).mutation(({ ctx, input }) => ctx.services.draft.discard(ctx.user, input)),
  /** Asked for after a save: what the clerk's own browser cannot find, such as sums that no longer hold. */
  findings: drafterProcedure
    .input(reportKey)
    .output(draftFindings)
    .query(({ ctx, input }) => ctx.services.draft.findings(input)),
  get: drafterProcedure
    .input(reportKey)
    .output(draft)
    .query(({ ctx, input }) => ctx.services.draft.get(input)),
  list: anyDrafterProcedure.output(z.array(draftSummary)).query(({ ctx }) => ctx.services.draft.list(ctx.agencyIds)),
  save: drafterProcedure
    .input(saveInput)
    .output(saved)
    .mutation(({ ctx, input }) => ctx.services.draft.save(ctx.user, input)),
  /** The document that the draft was started from, to be laid beside it. */
  source: drafterProcedure
    .input(reportKey)
    .output(sourceResult)
    .query(({ ctx, input }) => ctx.services.draft.source(input)),
  /** As JSON, or as a form: the JSON in its field `input`, the document that the report was read from in `file`. */
  start: drafterProcedure
    .input(formInput<StartInput, typeof startForm>(startForm))
    .output(started)
    .mutation(async ({ ctx, input: { file, ...input } }) =>
      ctx.services.draft.start(ctx.user, input, file && (await readUpload(file))),
    ),
});
