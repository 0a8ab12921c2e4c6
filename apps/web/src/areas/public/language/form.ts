// The language wanted, and the page to go back to.
import { z } from 'zod';
import { languages } from '../../../locale/locale.js';

export const form = z.object({
  language: z.enum(languages),
  // A path of ours: one slash, then nothing that a browser would read as another host.
  back: z
    .string()
    .regex(/^\/(?![/\\])[\w\-./]*$/)
    .catch('/'),
});
