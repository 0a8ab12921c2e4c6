// An entry as it is typed; lists are words between commas.
import { z } from 'zod';

const words = z.string().trim().max(5_000).catch('');
const list = words.transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

export const form = z.object({
  /** Of a new entry: made when its page was drawn, so that sending it twice adds it once. */
  id: z.uuid(),
  name: words,
  organisation: words,
  description: words,
  needs: list,
  areas: list,
  languages: list,
  telephone: words,
  email: words,
  website: words,
  eligibility: words,
  cost: words,
  open: words,
  isShown: z
    .enum(['yes', 'no'])
    .catch('yes')
    .transform((said) => said === 'yes'),
});
