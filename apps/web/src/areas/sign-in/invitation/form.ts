// The invitation code as a person types it: letters, digits, and whatever separates them on paper.
import { z } from 'zod';

export const form = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: 'missing' })
    .max(100, { error: 'shape' })
    .regex(/^[\p{L}\p{N}\s\-–—.]+$/u, { error: 'shape' }),
});
