// The statechart of a process with the present state marked, and the same as text.

export interface ChartModel {
  readonly id: string;
  readonly title: string;
  /** The picture as it is drawn, its present box marked. */
  readonly svg: string;
  /** The same as text: each state, whether it is the present one, and where it can lead. */
  readonly states: readonly { readonly name: string; readonly here: string | null; readonly leads: string }[];
}
