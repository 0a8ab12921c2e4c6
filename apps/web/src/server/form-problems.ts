// What is wrong with a form, for the error summary and beside the field.
import type { z } from 'zod';
import type { Key, Say } from '../locale/locale.js';

/** One line of the error summary: leads to the field. */
export interface Problem {
  readonly text: string;
  readonly href: string;
}

/** The first problem of each field. The messages of a form's schema are keys of the catalogue. */
export function problemsOf(error: z.ZodError, say: Say): Problem[] {
  const first = new Map(error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'main'), message]));
  return [...first].toReversed().map(([field, key]) => ({ text: say(key as Key), href: `#${field}` }));
}

/** One problem that was found after the form was read. */
export const problem = (say: Say, field: string, key: Key): Problem => ({ text: say(key), href: `#${field}` });
