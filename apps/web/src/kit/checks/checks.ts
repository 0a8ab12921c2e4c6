// Rows to tick or to answer, one a person: a name, what is known, and what there is to tick, to choose, or to go to.
import type { TagModel } from '../tag/tag.js';

export interface ChecksModel {
  /** Where a problem leads. */
  readonly id: string;
  readonly rows: readonly CheckRow[];
}

export interface CheckRow {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly hint: string;
  /** What is known already. */
  readonly tag?: TagModel;
  readonly boxes?: readonly Box[];
  /** Answers of equal weight, of which one is chosen. */
  readonly answers?: readonly Box[];
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}

export interface Box {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}
