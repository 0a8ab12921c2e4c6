// The language wanted, and the page to go back to.
import { z } from 'zod';
import { languages } from '../../../locale/locale.js';

/** A path of ours: one slash, then nothing that a browser would read as another host. */
export const pathOfOurs = z
  .string()
  .regex(/^\/(?![/\\])[\w\-./]*$/)
  .catch('/');

export const form = z.object({ language: z.enum(languages), back: pathOfOurs });
