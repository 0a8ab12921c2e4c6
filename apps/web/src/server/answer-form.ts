// The one way to answer a form: what does not fit is said beside its field, what was done leads on to another page.
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { formProblem, formProblems } from './form-problems.js';
import type { PageContext } from './page-context.js';
import type { View } from './view.js';

/** What came of a form: done, so go on; or something is wrong with a field, said in a sentence of the page. */
export type FormOutcome<Own extends string> =
  { readonly goTo: string } | { readonly field: string; readonly problem: Own };

/**
 * Reads the form that was sent and acts on it. The messages of `form` are names of the page's sentences. A form that does
 * not fit shows the view again with status 422 and `again`; a code that was typed is not repeated, since nothing typed is
 * handed on by itself.
 */
export async function answerForm<Own extends string, Form>(
  page: PageContext,
  view: View<Own>,
  form: z.ZodType<Form>,
  act: (form: Form) => Promise<FormOutcome<Own>>,
  again: object = {},
): Promise<FastifyReply> {
  const say = (key: Own) => page.say(view, key);
  const sent = form.safeParse(page.request.body);
  if (!sent.success) return page.show(view, { ...again, problems: formProblems(sent.error, say) }, 422);
  const outcome = await act(sent.data);
  if ('goTo' in outcome) return page.go(outcome.goTo);
  return page.show(view, { ...again, problems: [formProblem(outcome.field, say(outcome.problem))] }, 422);
}
