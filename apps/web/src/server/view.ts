// A page's view: where its template lies, the area it belongs to, and its own sentences in both languages.
import { join, relative } from 'node:path';
import { addSentences, type Language, type Sentences, type Translation } from '../locale/locale.js';
import type { Area } from './area.js';

/** The top of the sources of the pages: the names of templates begin there. */
export const sourcesFolder = join(import.meta.dirname, '..');

/** `Own` are the keys of the page's own sentences. */
export interface View<Own extends string = string> {
  readonly area: Area;
  /** `areas/public/home/view.njk`. */
  readonly template: string;
  /** Names its sentences; see locale.ts. */
  readonly name: string;
  /** Never set: carries the type of the keys. */
  readonly own?: Own;
}

/** The view in `folder`: its view.njk, words.en.ts and words.cy.ts. Call it once, with `import.meta.dirname`. */
export function defineView<Words extends Sentences>(
  folder: string,
  area: Area,
  words: { readonly en: Words; readonly cy: Translation<Words> } & Record<Language, Sentences>,
): View<Extract<keyof Words, string>> {
  const name = relative(sourcesFolder, folder).replaceAll('\\', '/');
  addSentences(name, words);
  return { area, template: `${name}/view.njk`, name };
}
