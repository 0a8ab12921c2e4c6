// Where somebody is: what is behind, where they are, what may come; each with its day and a line.
export interface PathModel {
  /** Id of the heading that names the list. */
  readonly labelledBy: string;
  readonly steps: readonly {
    readonly place: 'passed' | 'now' | 'later';
    readonly text: string;
    readonly lines: readonly string[];
  }[];
}
