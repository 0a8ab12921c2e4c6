// What the API asks of libs/measures: the figures of a service for whoever may see them.
import type { Measures } from '#libs/measures';

/** The door to figures: null for an actor who may see none. */
export type Measuring = Pick<Measures, 'for' | 'own'>;

/** Where no figures are kept, nobody sees any. */
export const nothingMeasured: Measuring = { for: () => null, own: () => Promise.resolve(null) };
