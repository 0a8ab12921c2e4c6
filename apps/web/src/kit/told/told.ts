// Who will be told what, before it is sent. "Nothing" is said aloud.

export interface ToldModel {
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly who: string; readonly what: string }[];
}
