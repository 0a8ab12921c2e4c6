// What the API asks of libs/casework: one command script, answered by a decision, a refusal or a stale revision.
import type { Actor, Blocker } from '#libs/case';

/** An event before it is stamped with its instant and its author. */
export interface Happening {
  readonly type: string;
}
/** Free words apart from the event that names them by `id`, with their one reader. */
export interface Text {
  readonly id: string;
  readonly audience: string;
  readonly words: string;
}

/** A command to a case: `key` makes it happen once, `revision` pins it to what the client saw. */
export interface Command {
  readonly caseId: string;
  readonly event: Happening;
  readonly key: string;
  readonly revision?: number;
  readonly texts?: readonly Text[];
}

/** It happened; or a rule refused it; or the case has moved on; or there is no such case for this actor. */
export type Answer =
  | { readonly ok: true; readonly caseId: string; readonly revision: number }
  | { readonly ok: false; readonly why: 'not-now' | 'blocked' | 'not-permitted'; readonly blockers: readonly Blocker[] }
  | { readonly ok: false; readonly why: 'stale'; readonly revision: number }
  | { readonly ok: false; readonly why: 'not-found' };

/** The command side of the house. Throws an error with code KEY_REUSED when the key named another command before. */
export interface Casework {
  tell(actor: Actor, command: Command): Promise<Answer>;
}
