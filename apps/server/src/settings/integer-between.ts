import * as z from 'zod';

/** A setting that is an integer of at most four digits within limits, with its default value. */
export const integerBetween = (minimum: number, maximum: number, whenUnset: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .default(whenUnset);
