import * as z from 'zod';

/** A setting that is a whole number of at most four digits within limits, and what it is where it is not set. */
export const integerBetween = (minimum: number, maximum: number, whenUnset: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .default(whenUnset);
