import * as z from 'zod/mini';
import { formInput } from '../common/form-fields.ts';
import { file, readUpload } from '../import/upload.ts';
import { drafterProcedure } from '../trpc.ts';
import { started, startInput, type StartInput } from './schemas.ts';

const input = z.extend(startInput, { file: z.optional(file) });

/** As JSON, or as a form: the JSON in its field `input`, the document that the report was read from in `file`. */
export const startProcedure = drafterProcedure
  .input(formInput<StartInput, typeof input>(input))
  .output(started)
  .mutation(async ({ ctx, input: { file, ...input } }) =>
    ctx.services.draft.start(ctx.user, input, file && (await readUpload(file))),
  );
