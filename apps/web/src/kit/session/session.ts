// A session that is about to end.

export interface SessionModel {
  /** "15:40": when it ends if nothing is done. */
  readonly until: string;
  /** Milliseconds until then, from when the page was made. */
  readonly left: number;
}
