// What a page asks the API: one operation of its page.graphql, known by the sha256 of the file, and the shape of the answer.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** One operation that a page may send, as a trusted document. */
export interface Operation<Answer> {
  readonly operationName: string;
  /** Of the text of page.graphql, lower-case hexadecimal. */
  readonly sha256: string;
  /** What `data` must be; a test holds it against the schema. */
  readonly answer: z.ZodType<Answer>;
}

/** The questions of the page in `folder`: its page.graphql is read once, when the page is loaded. */
export function operationsOf(folder: string) {
  const sha256 = hash('sha256', readFileSync(join(folder, 'page.graphql'), 'utf8'), 'hex');
  return <Answer>(operationName: string, answer: z.ZodType<Answer>): Operation<Answer> => ({
    operationName,
    sha256,
    answer,
  });
}
