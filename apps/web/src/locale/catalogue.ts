// What a catalogue of sentences is: the English one's pages and keys. A key too few or too many does not compile.
import type { en } from './words.en.js';

/** The shape of every catalogue: the pages and keys of the English one, each a sentence. */
export type Catalogue = { readonly [Page in keyof typeof en]: { readonly [Key in keyof (typeof en)[Page]]: string } };
