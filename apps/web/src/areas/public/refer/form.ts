// What a page of questions sends, and a code that somebody comes back with.
import { z } from 'zod';
import type { Said, Step } from './steps.js';

export const codeForm = z.object({ code: z.string().trim().min(1).max(100) });

/** Longest answers, in characters; a longer one is cut by the API's own shape, so nothing typed by a person is. */
const words = z.union([z.string(), z.array(z.string())]).optional();

/** The answers of a page: every question of it, also those left empty, so that an answer can be taken back. */
export function answersIn(step: Step, body: unknown): Record<string, string[]> {
  const sent = z.record(z.string(), words).catch({}).parse(body);
  return Object.fromEntries(
    step.questions.map(({ name }) => [
      name,
      [sent[name] ?? []]
        .flat()
        .map((word) => word.trim())
        .filter(Boolean),
    ]),
  );
}

/** Answers as the API gives them, by question. */
export const saidIn = (answers: readonly { readonly question: string; readonly said: readonly string[] }[]): Said =>
  Object.fromEntries(answers.map(({ question, said }) => [question, said]));
