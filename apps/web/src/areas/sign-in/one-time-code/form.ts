// The one-time code: digits, of any keyboard, however they are grouped.
import { z } from 'zod';

export const form = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: 'missing' })
    .max(200, { error: 'shape' })
    .regex(/^[\p{L}\p{N}\p{M}\p{P}\p{Z}\p{C}\s−]+$/u, { error: 'shape' }),
});
