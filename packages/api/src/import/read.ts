import * as z from 'zod/mini';
import { formInput } from '../common/form-fields.ts';
import { anyDrafterProcedure } from '../trpc.ts';
import { readResult, textInput, type TextInput } from './schemas.ts';
import { file, readUpload } from './upload.ts';

const input = z.union([textInput, z.strictObject({ file })]);

/** Pasted text as JSON, or a form with a document in its field `file`. */
export const readProcedure = anyDrafterProcedure
  .input(formInput<TextInput, typeof input>(input))
  .output(readResult)
  .mutation(async ({ ctx, input }) =>
    'file' in input ? ctx.services.import.read(await readUpload(input.file)) : ctx.services.import.readText(input),
  );
