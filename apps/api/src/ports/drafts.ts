// What the API asks of drafts.
import type { Drafts as Keeping } from '#libs/drafts';

export type Drafts = Pick<Keeping, 'keep' | 'forget' | 'of' | 'list'>;

/** Where no drafts are kept, none is found. */
export const disabledDrafts: Drafts = {
  keep: async () => false,
  forget: async () => false,
  of: async () => null,
  list: async () => [],
};
