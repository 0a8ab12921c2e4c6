// What is wrong with a form, for the error summary and beside the field.
import type { z } from 'zod';

/** One line of the error summary: leads to the field. */
export interface FormProblem {
  readonly text: string;
  readonly href: string;
}

/** The first problem of each field. The messages of a form's schema are names of the page's sentences. */
export function formProblems<Own extends string>(error: z.ZodError, say: (key: Own) => string): FormProblem[] {
  const first = new Map(error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'main'), message]));
  return [...first].toReversed().map(([field, key]) => formProblem(field, say(key as Own)));
}

/** One problem that was found after the form was read. */
export const formProblem = (field: string, text: string): FormProblem => ({ text, href: `#${field}` });
