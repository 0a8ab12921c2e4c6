// Which case is opened in an emergency, and why. Messages are names of the page's sentences.
import { z } from 'zod';

export const form = z.object({
  case: z.string('caseMissing').trim().min(1, 'caseMissing').max(40, 'caseMissing'),
  reason: z.string('reasonMissing').trim().min(1, 'reasonMissing').max(2_000, 'reasonLong'),
});

export const ending = z.object({ emergency: z.uuid() });
