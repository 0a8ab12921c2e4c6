// What a decision outside a case comes back with: it was recorded, or what stands before it, in plain sentences.
import type { Id } from '#libs/case';

/** It was recorded; sent again under the same key it gives this answer again and does nothing. */
export interface Recorded {
  ok: true;
  id: Id;
  /** Whom the decision was about, where the command named them by something else: for the record of reads. */
  about?: { readonly persons?: readonly Id[]; readonly cases?: readonly Id[] };
}
/** It was not. Each line says one reason in the words of the person who asked. */
export interface NotRecorded {
  ok: false;
  problems: string[];
}
export type Decided = Recorded | NotRecorded;

/** A decision refused for these reasons. */
export const refused = (...problems: string[]): NotRecorded => ({ ok: false, problems });
export const notYours = refused('This is not yours to do.');
