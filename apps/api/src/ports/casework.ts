// What the API asks of libs/casework: one command script, answered by a decision, a refusal or a stale revision.
import type { Actor, Blocker, Preview } from '#libs/case';
import type { ActorCheck } from '#libs/casework';

/** An event before it is stamped with its instant and its author. */
export interface Happening {
  readonly type: string;
}
/** Free words apart from the event that names them by `id`. Who may read them follows from the event (libs/case `written`). */
export interface Text {
  readonly id: string;
  readonly words: string;
}

/** A command to a case: `key` makes it happen once, `revision` pins it to what the client saw. */
export interface Command {
  readonly caseId: string;
  readonly event: Happening;
  readonly key: string;
  readonly revision?: number;
  readonly texts?: readonly Text[];
  /** Given with an actor who is remembered: `tell` makes the check, and does nothing when they are another by now. */
  readonly check?: ActorCheck;
}

/** It happened; or a rule refused it; or the case has moved on; or there is no such case for this actor. */
export type Answer =
  | { readonly ok: true; readonly caseId: string; readonly revision: number }
  | { readonly ok: false; readonly why: 'not-now' | 'blocked' | 'not-permitted'; readonly blockers: readonly Blocker[] }
  | { readonly ok: false; readonly why: 'stale'; readonly revision: number }
  | { readonly ok: false; readonly why: 'not-found' };

/** How a case is opened by hand; `opening` is case.opened without what only the service knows. */
export interface Opening {
  readonly key: string;
  readonly opening: { readonly offences: readonly { readonly offenceId: string; readonly kind: string }[] };
  readonly areaId: string | null;
  /** Offences that are new to the service, among those of the opening. */
  readonly offences: readonly NewOffence[];
}
export interface NewOffence {
  readonly id: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly words: string | null;
  readonly recordedOn: string | null;
}

/**
 * The command side of the house. Its errors carry a stable `code` where the client can mend them: KEY_REUSED when the key
 * named another command before, BAD_COMMAND, UNKNOWN_STAFF.
 */
export interface Casework {
  tell(actor: Actor, command: Command): Promise<Answer>;
  /** What an event would do, judged as `tell` does; nothing is kept. */
  preview(
    actor: Actor,
    caseId: string,
    event: Happening,
  ): Promise<Preview | { readonly ok: false; readonly why: 'not-found' }>;
  openCase(actor: Actor, opening: Opening): Promise<Answer>;
}
