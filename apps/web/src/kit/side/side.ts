// The people of one side. Plum and a single bar: harmed. Olive and a double bar: responsible. Neither: neutral ground. Always with the word.
import type { TagModel } from '../tag/tag.js';

export interface SideModel {
  /** Of its heading. */
  readonly id: string;
  readonly side: 'harmed' | 'responsible' | null;
  readonly title: string;
  /** Where the side has a screen of its own. */
  readonly go?: { readonly text: string; readonly href: string };
  readonly people: readonly PersonModel[];
}

/** The card of a person: no confidence of theirs is on it. */
export interface PersonModel {
  readonly name: string;
  readonly href: string;
  readonly role: string;
  readonly tags?: readonly TagModel[];
}
