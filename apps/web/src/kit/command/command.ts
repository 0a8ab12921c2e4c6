// What a form that sends a command carries, and what its preview shows.

export interface CommandModel {
  /** Names this filling-in of the form: sent twice, it is done once. */
  readonly key: string;
  /** The revision of the case that was looked at; null when the command is judged on the case as it stands. */
  readonly revision: number | null;
}

export interface CommandPreview {
  readonly happens: boolean;
  /** Why it would not; empty when it would happen. */
  readonly reasons: readonly { readonly text: string }[];
}
