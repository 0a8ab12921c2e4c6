// A concern from a page without a case: which case, and what worries.
import { z } from 'zod';

export const form = z.object({
  caseId: z.uuid({ error: 'whichMissing' }),
  text: z.string().trim().min(1, { error: 'textMissing' }).max(60_000, { error: 'textLong' }),
});
