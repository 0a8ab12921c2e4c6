// The one-time code: digits, however they are grouped.
import { z } from 'zod';

export const form = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: 'missing' })
    .max(40, { error: 'shape' })
    .regex(/^[\p{L}\p{N}\s-]+$/u, { error: 'shape' }),
});
