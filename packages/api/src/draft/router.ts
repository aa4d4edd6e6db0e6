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
  /**
   * Called before a draft is started from a document; fails like `draft.start` if the report is in progress or public.
   */
  checkStartable: drafterProcedure
    .input(reportKey)
    .output(startable)
    .query(async ({ ctx, input }) => {
      await ctx.services.draft.requireStartable(input);
      return { startable: true } as const;
    }),
  discard: drafterProcedure.input(lockedKey).mutation(({ ctx, input }) => ctx.services.draft.discard(ctx.user, input)),
  /** Called after a save for findings that the browser cannot compute, such as sums that no longer hold. */
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
  /** The source document of the draft, to be shown next to it. */
  source: drafterProcedure
    .input(reportKey)
    .output(sourceResult)
    .query(({ ctx, input }) => ctx.services.draft.source(input)),
  /** Accepts JSON, or a form with the JSON in its field `input` and the source document in `file`. */
  start: drafterProcedure
    .input(formInput<StartInput, typeof startForm>(startForm))
    .output(started)
    .mutation(async ({ ctx, input: { file, ...input } }) =>
      ctx.services.draft.start(ctx.user, input, file && (await readUpload(file))),
    ),
});
