// The one way to make a page that sends a command: one key a form, looked at before it is sent, refused or stale in words, done once.
import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ApiError } from '../api/api-error.js';
import type { CommandModel, CommandPreview } from '../kit/command/command.js';
import { formProblems } from './form-problems.js';
import type { PageContext } from './page-context.js';
import type { View } from './view.js';

/** What every mutation of a case answers: select these fields of it. */
export type CommandAnswer =
  | { readonly __typename: 'Told' }
  | ({ readonly __typename: 'Refused' } & Refusal)
  | { readonly __typename: 'Stale'; readonly revision: number | null };

export interface Refusal {
  readonly why: 'notNow' | 'blocked' | 'notPermitted';
  /** In the order people should read them. */
  readonly blockers: readonly { readonly words: string }[];
}

/** What the API's `preview` answers: select these fields of it. */
export interface PreviewAnswer {
  readonly happens: boolean;
  readonly why: Refusal['why'] | null;
  readonly blockers: Refusal['blockers'];
}

/** What names a command; goes into the `command` of its mutation beside the id of the case. */
export interface CommandName {
  readonly key: string;
  readonly revision?: number;
}

export interface CommandPage<Own extends string, Form, Preview extends PreviewAnswer> {
  readonly view: View<Own>;
  /** The messages are names of the page's sentences. */
  readonly form: z.ZodType<Form>;
  /** Sends the mutation. */
  send(form: Form, command: CommandName): Promise<CommandAnswer>;
  /** Asks what the mutation would do; left out where the page has no button for it. */
  preview?(form: Form): Promise<Preview>;
  /** What the view needs beside the form, read anew each time that it is shown again. */
  data(): Promise<object>;
  /** The page to go to when it was done. */
  readonly goTo: string;
}

/** What kit/command puts into the form: the key names one filling-in of the form, so that sending it twice does it once. */
const hidden = z.object({
  _key: z.uuid(),
  _revision: z.coerce.number().int().nonnegative().optional(),
  _step: z.literal('preview').optional(),
});

/** For a form that is drawn for the first time. Without a revision the command is judged on the case as it stands. */
export const newCommand = (revision: number | null = null): CommandModel => ({ key: randomUUID(), revision });

/**
 * Answers a command page that was sent. The view gets `command`, `typed`, and where they apply `problems`, `notice` and
 * `preview`: 422 when it does not fit or is refused, 409 when the case moved on, 200 for a preview, else on to `goTo`.
 */
export async function answerCommand<Own extends string, Form, Preview extends PreviewAnswer>(
  page: PageContext,
  { view, form, send, preview, data, goTo }: CommandPage<Own, Form, Preview>,
): Promise<FastifyReply> {
  const { _key: key, _revision: revision = null, _step: step } = page.readOwnForm(hidden);
  const again = async (status: number, more: object, command: CommandModel = { key, revision }) =>
    page.show(view, { ...(await data()), typed: page.request.body, command, ...more }, status);
  const sent = form.safeParse(page.request.body);
  if (!sent.success) return again(422, { problems: formProblems<Own>(sent.error, (own) => page.say(view, own)) });
  if (step === 'preview' && preview) return again(200, { preview: previewed(page, await preview(sent.data)) });
  const answer = await send(sent.data, { key, ...(revision !== null && { revision }) }).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'INVALID') return null;
    throw error;
  });
  // The key may have been used for something else: a form that was done, changed and sent again.
  if (answer === null) return again(422, { problems: problem(page, 'command.invalid') }, newCommand(revision));
  if (answer.__typename === 'Told') return page.go(goTo);
  if (answer.__typename === 'Refused') return again(422, { problems: refused(page, answer) });
  const now = { key, revision: answer.revision };
  return again(409, { notice: page.say(shared, 'command.stale') }, now);
}

/** A refusal in words: each blocker, or where there is none the way in which it was refused. */
function refused(page: PageContext, { why, blockers }: Refusal) {
  if (blockers.length > 0) return blockers.map(({ words }) => ({ text: words }));
  return problem(page, why === 'notPermitted' ? 'command.notPermitted' : 'command.notNow');
}

function previewed(page: PageContext, answer: PreviewAnswer): CommandPreview {
  const { happens, why, blockers } = answer;
  return { ...answer, happens, reasons: happens ? [] : refused(page, { why: why ?? 'notNow', blockers }) };
}

/** Speaks in sentences that all pages share. */
const shared = { name: 'kit' } as View<never>;

const problem = (page: PageContext, key: 'command.invalid' | 'command.notNow' | 'command.notPermitted') => [
  { text: page.say(shared, key) },
];
