import * as z from 'zod/mini';
import { formInput } from '../common/form-fields.ts';
import { anyDrafterProcedure } from '../trpc.ts';
import { readResult, textInput, toldInput, type TextInput } from './schemas.ts';
import { file, readUpload } from './upload.ts';

const input = z.union([textInput, z.extend(toldInput, { file })]);

/** Pasted text as JSON, or a form with a document in its field `file` and what is said of it in `input`. */
export const readProcedure = anyDrafterProcedure
  .input(formInput<TextInput, typeof input>(input))
  .output(readResult)
  .mutation(async ({ ctx, input }) => {
    if (!('file' in input)) return ctx.services.import.readText(input);
    const { file: sent, ...told } = input;
    return ctx.services.import.read(await readUpload(sent), told);
  });
