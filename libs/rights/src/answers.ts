// What a command about rights can come back with: it was recorded, or what stands before it, in plain words.
import type { Id } from '#libs/case';

/** It was recorded; sent again under the same key it gives this answer again and does nothing. */
export interface Recorded {
  ok: true;
  id: Id;
}
/** It was not. Each line says one reason in the words of whoever asked. */
export interface NotRecorded {
  ok: false;
  problems: string[];
}
export type RightsAnswer = Recorded | NotRecorded;

/** A command refused for these reasons. */
export const refused = (...problems: string[]): NotRecorded => ({ ok: false, problems });
export const notYours = refused('This is not yours to do.');

/** A command as every mutation sends it: the same key is the same command. */
export interface Once {
  key: string;
}
