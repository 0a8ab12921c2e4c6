// What the API asks of libs/measures: the figures of a service for the actors who may see them.
import type { Measures } from '#libs/measures';

/** The figures: null for an actor who may see none. */
export type MeasuresPort = Pick<Measures, 'for' | 'own'>;

/** Where no figures are kept, no actor sees any. */
export const noMeasures: MeasuresPort = { for: () => null, own: () => Promise.resolve(null) };
