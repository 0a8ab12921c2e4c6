// What the API asks of libs/casework to change a case: one command script, answered in the words of the library.
import type { Actor } from '#libs/case';
import type { Answer as Outcome, Casework as Cases, Command, Done, Opening } from '#libs/casework';

/** It happened; or a rule refused it; or the case has moved on; or there is no such case for this actor. */
export type Answer = Pick<Done, 'ok' | 'caseId' | 'revision' | 'detailed'> | Exclude<Outcome, Done>;

/**
 * The command side of libs/casework. Its errors carry a stable `code` where the client can mend them: KEY_REUSED when the
 * key named another command before, BAD_COMMAND, UNKNOWN_STAFF.
 */
export interface Casework extends Pick<Cases, 'preview'> {
  tell(actor: Actor, command: Command): Promise<Answer>;
  openCase(actor: Actor, opening: Opening): Promise<Answer>;
}

/** A person who joins a case by a command: known before, or new with these values (named as in libs/people). */
export interface Newcomer {
  readonly id: string;
  readonly values: Readonly<Record<string, string>> | null;
}

/** Casework as resolvers get it: a person who joins is made known on the way (commands/newcomers.ts). */
export interface CaseCommands extends Omit<Casework, 'tell'> {
  /** `unknown-person`: the case would take the command, but the service knows no such person. */
  tell(
    actor: Actor,
    command: Command,
    newcomers?: readonly Newcomer[],
  ): Promise<Answer | { readonly ok: false; readonly why: 'unknown-person' }>;
}
