// An answer to one question. It is looked at once more before it is kept; a yes names what was explained.
import { z } from 'zod';

export const answers = ['yes', 'notNow', 'later', 'no'] as const;
export type Answer = (typeof answers)[number];

export const form = z.object({
  answer: z.enum(answers, { error: 'answerMissing' }),
  /** Sent from the second look alone. */
  sure: z.literal('yes').optional(),
  /** The text that stood on the page: another one that was published meanwhile is not agreed to. */
  version: z.string().max(100).optional(),
  items: z
    .union([z.string(), z.array(z.string())])
    .transform((one) => [one].flat())
    .default([]),
});
export type Form = z.infer<typeof form>;
