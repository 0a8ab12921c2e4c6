// To whom a caseload goes, and why. Messages are names of the page's sentences.
import { z } from 'zod';

export const form = z.object({
  _key: z.uuid(),
  to: z.uuid('toMissing'),
  reason: z.string('reasonMissing').trim().min(1, 'reasonMissing').max(2_000, 'reasonMissing'),
});
