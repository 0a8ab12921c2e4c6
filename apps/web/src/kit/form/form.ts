// What kit/form needs to draw a form.

export interface FormModel {
  /** The path it is sent to. */
  readonly action: string;
  /** `formToken()` of the layout. */
  readonly token: string;
  /** True: what is missing is said by us, in the reader's language, not by the browser. */
  readonly novalidate?: boolean;
  /** True: what is typed is kept on the server while it is typed (draft.js). */
  readonly draft?: boolean;
  /** True: sent once, also where the line drops for a while (line.js). */
  readonly line?: boolean;
}
