// What a form that sends a command carries.

export interface CommandModel {
  /** Names this filling-in of the form: sent twice, it is done once. */
  readonly key: string;
  /** The revision of the case that was looked at; null when the command is judged on the case as it stands. */
  readonly revision: number | null;
  /** Names what was looked at before sending; null while nothing was. */
  readonly seen: string | null;
}
