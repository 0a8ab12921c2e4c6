// What the API asks of the register of persons in libs/people: finding them, and what is decided about them.
import type { PersonRegister as Register } from '#libs/people';

/** Decisions about persons; each checks by itself who asks. */
export type PersonRegister = Pick<
  Register,
  'merge' | 'undoMerge' | 'dismiss' | 'change' | 'erase' | 'declareConnection' | 'tokensOf'
>;

const refused = () => Promise.resolve({ ok: false as const, problems: ['Nothing of this is kept here.'] });
/** Where no register is kept, no person is found and nothing is decided. */
export const disabledPersonRegister: PersonRegister = {
  merge: refused,
  undoMerge: refused,
  dismiss: refused,
  change: refused,
  erase: refused,
  declareConnection: refused,
  tokensOf: () => Promise.resolve([]),
};
