// The one way to answer a form that sends a command: one key a form, a look at who will be told before it is sent, refused or stale in words, done once.
import { hash, randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ApiError } from '../api/api-error.js';
import type { CommandModel } from '../kit/command/command.js';
import type { ProblemModel } from '../kit/problems/problems.js';
import type { NoticeModel } from '../kit/notice/notice.js';
import type { ToldModel } from '../kit/told/told.js';
import { formProblems } from './form-problems.js';
import type { PageContext } from './page-context.js';
import type { View } from './view.js';

/** What every mutation of a case answers: select these fields of it. */
export type CommandAnswer =
  | { readonly __typename: 'Told'; readonly made?: string | null }
  | ({ readonly __typename: 'Refused' } & Refusal)
  | { readonly __typename: 'Stale'; readonly revision: number | null };

export interface Refusal {
  readonly why: 'notNow' | 'blocked' | 'notPermitted';
  /** In the order people should read them. */
  readonly blockers: readonly RefusalBlocker[];
}

/** One reason, in the words of the API. */
export interface RefusalBlocker {
  readonly words: string;
  readonly rule?: string;
  readonly about?: string;
  readonly whoCanSupply?: string;
  readonly since?: string | null;
}

/** What names a command; goes into the `command` of its mutation beside the id of the case. */
export interface CommandName {
  readonly key: string;
  readonly revision?: number;
}

/** What sending would do, looked at first. */
export interface Look {
  /** Where the case stands now. */
  readonly revision: number | null;
  readonly happens: boolean;
  /** Who would be told what; null where nobody would be, so that there is nothing to look at. */
  readonly told: ToldModel | null;
}

export interface CommandPage<Own extends string, Form> {
  readonly view: View<Own>;
  /** The messages are names of the page's sentences, unless `problems` says otherwise. */
  readonly form: z.ZodType<Form>;
  /** What does not fit, for the summary; left out, the page's sentences that the messages name. */
  problems?(error: z.ZodError): readonly ProblemModel[];
  /** Sends the mutation. */
  send(form: Form, command: CommandName): Promise<CommandAnswer>;
  /** Asks what the mutation would do; left out where what it does must not wait. */
  look?(form: Form): Promise<Look>;
  /** A blocker as the summary shows it; left out, its words alone. */
  refusal?(blocker: RefusalBlocker): Promise<ProblemModel>;
  /** Who changed what since the revision that the form was drawn for, latest first. */
  changes?(since: number): Promise<readonly string[]>;
  /** What the view needs beside the form, read anew each time that it is shown again. `problems` are those of this answer. */
  data(problems: readonly ProblemModel[]): Promise<object>;
  /** The page to go to when it was done. */
  goTo(form: Form, made: string | null): string;
}

/** What kit/command puts into the form: the key names one filling-in of the form, so that sending it twice does it once. */
const hidden = z.object({
  _key: z.uuid(),
  _revision: z.coerce.number().int().nonnegative().optional(),
  /** Of what was looked at: sent only as it was seen. */
  _seen: z.string().max(64).optional(),
});

/** For a form that is drawn for the first time. Without a revision the command is judged on the case as it stands. */
export const newCommand = (revision: number | null = null): CommandModel => ({
  key: randomUUID(),
  revision,
  seen: null,
});

/**
 * Answers a command page that was sent. The view gets `command`, `typed`, and where they apply `problems`, `notice` and
 * `told`: 422 when it does not fit or is refused, 409 when the case moved on, 200 for a look at who would be told, else on
 * to `goTo`.
 */
export async function answerCommand<Own extends string, Form>(
  page: PageContext,
  { view, form, problems, send, look, refusal, changes, data, goTo }: CommandPage<Own, Form>,
): Promise<FastifyReply> {
  const { _key: key, _revision: revision = null, _seen: seen } = page.readOwnForm(hidden);
  const again = async (status: number, more: Again) => {
    const shown = { typed: page.request.body, command: { key, revision, seen: null }, ...more };
    return page.show(view, { ...shown, ...(await data(more.problems ?? [])) }, status);
  };
  const sent = form.safeParse(page.request.body);
  if (!sent.success)
    return again(422, {
      problems: problems?.(sent.error) ?? formProblems<Own>(sent.error, (own) => page.say(view, own)),
    });
  const content = hash('sha256', JSON.stringify(sent.data), 'hex');
  if (look && seen !== content) {
    // What would not happen, and what was done already, is said by the answer to the mutation itself.
    const { happens, told, revision: now } = await look(sent.data);
    if (happens && told && (revision === null || now === revision))
      return again(200, { told, command: { key, revision, seen: content } });
  }
  const answer = await send(sent.data, { key, ...(revision !== null && { revision }) }).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'INVALID') return null;
    throw error;
  });
  // The key may have been used for something else: a form that was done, changed and sent again.
  if (answer === null)
    return again(422, { problems: [{ text: page.say(shared, 'command.invalid') }], command: newCommand(revision) });
  if (answer.__typename === 'Told') return page.go(goTo(sent.data, answer.made ?? null));
  if (answer.__typename === 'Refused') return again(422, { problems: await refused(page, answer, refusal) });
  const lines = revision === null ? [] : ((await changes?.(revision)) ?? []);
  return again(409, { notice: stale(page, lines), command: { key, revision: answer.revision, seen: null } });
}

/** What a page that is shown again is told beside what was typed. */
interface Again {
  readonly problems?: readonly ProblemModel[];
  readonly notice?: NoticeModel;
  readonly told?: ToldModel;
  readonly command?: CommandModel;
}

/** A refusal in words: each blocker, or where there is none the way in which it was refused. */
async function refused(
  page: PageContext,
  { why, blockers }: Refusal,
  shown = async ({ words }: RefusalBlocker): Promise<ProblemModel> => ({ text: words }),
): Promise<readonly ProblemModel[]> {
  if (blockers.length > 0) return Promise.all(blockers.map(shown));
  return [{ text: page.say(shared, why === 'notPermitted' ? 'command.notPermitted' : 'command.notNow') }];
}

const stale = (page: PageContext, lines: readonly string[]): NoticeModel => ({
  kind: 'warn',
  shape: 'clock',
  what: page.say(shared, 'command.stale'),
  lines: [...lines, page.say(shared, 'command.staleCheck')],
});

/** Speaks in sentences that all pages share. */
const shared = { name: 'kit' } as View<never>;
