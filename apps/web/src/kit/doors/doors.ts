// What comes next: an open door is a link, a shut one is text and says what stands before it (promise 3).

export interface DoorsModel {
  readonly openLabel: string;
  readonly shutLabel: string;
  /** Level of the headings of shut doors; 3 when left out. */
  readonly level?: number;
  readonly open: readonly OpenDoor[];
  readonly shut: readonly ShutDoor[];
}

export interface OpenDoor {
  readonly text: string;
  readonly href: string;
  readonly hint?: string;
}

export interface ShutDoor {
  readonly text: string;
  /** For example "Not yet: 3 things stand before it." */
  readonly notYet: string;
  readonly blockers: readonly BlockerModel[];
}

export interface BlockerModel {
  /** The words of the API. */
  readonly what: string;
  /** Their language, where it is not the page's. */
  readonly lang?: string;
  readonly who: string;
  readonly since?: string;
  /** Where it is supplied, if it is this reader's to supply. */
  readonly go?: { readonly text: string; readonly href: string };
}
