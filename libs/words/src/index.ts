// The sentences of the service to the people in a case, in each language there is: the one way into them.
import { english } from './english.js';
import { welsh } from './welsh.js';

export { ownFields, ownRules, ownStages, type Catalogue, type OwnRule, type OwnStage } from './catalogue.js';

/** Each language there is a catalogue of, by its BCP 47 name. The Welsh is a draft. */
export const catalogues = { en: english, cy: welsh } as const;
export type Language = keyof typeof catalogues;

/** The catalogue for somebody who reads this language (BCP 47; what is not known is null), English where there is none in theirs. */
export function catalogueFor(language: string | null | undefined): (typeof catalogues)[Language] {
  const [short = ''] = (language ?? '').toLowerCase().split('-');
  return Object.hasOwn(catalogues, short) ? catalogues[short as Language] : english;
}
