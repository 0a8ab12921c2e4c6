// An exact text, word for word: what was or will be agreed.

export interface WordsModel {
  readonly paragraphs: readonly string[];
  /** Of the words, as a BCP 47 tag. */
  readonly language: string;
  /** Version, language, and since when it is in use. */
  readonly footer?: string;
}
