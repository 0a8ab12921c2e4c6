// The invitation code as a person types it. What it means is for the API to say: it folds every keyboard's digits, dashes and invisible marks.
import { z } from 'zod';

export const form = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: 'missing' })
    .max(200, { error: 'shape' })
    .regex(/^[\p{L}\p{N}\p{M}\p{P}\p{Z}\p{C}\s−]+$/u, { error: 'shape' }),
});
