// What is looked for, and on which side: one side at a time, so that nobody is seen to stand on both.
import { z } from 'zod';

export const form = z.object({
  words: z.string().trim().min(1, { error: 'wordsMissing' }).max(200, { error: 'wordsLong' }),
  side: z.enum(['harmed', 'responsible', 'neither', 'all'], { error: 'sideMissing' }),
  after: z.string().max(500).optional(),
});
export type Sought = Pick<z.infer<typeof form>, 'words' | 'side'>;

/** Who may look; a courtesy, since the API finds nobody for others. */
export const finders = ['coordinator', 'manager', 'safeguardingLead'] as const;
