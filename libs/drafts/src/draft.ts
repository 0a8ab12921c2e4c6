// What a draft is: where it is, and what was typed.
import type { Id } from '#libs/case';

/** What was typed, by the name of the field: one text, or several where several may be chosen. */
export type DraftFields = Readonly<Record<string, readonly string[]>>;

/** The form that a draft is of: one of its case, of a process, about a person or a thing. */
export interface DraftPlace {
  readonly caseId: Id;
  /** As its address names it: `attempt-contact`. */
  readonly form: string;
  readonly processId: Id | null;
  /** Ids, and words of the practice between them. */
  readonly about: string | null;
}

/** A draft in a list: where it is, and until when. Instants are ISO. */
export interface DraftLine extends DraftPlace {
  readonly id: Id;
  /** The case's. */
  readonly reference: string;
  readonly keptAt: string;
  readonly until: string;
}
export interface Draft extends DraftLine {
  readonly fields: DraftFields;
}
