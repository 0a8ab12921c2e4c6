// Where a process stands: its stages in one line, each passed, present or to come.

export interface StagesModel {
  readonly label: string;
  /** The word that who listens hears before a stage that is passed. */
  readonly passed: string;
  readonly stages: readonly { readonly name: string; readonly state: 'passed' | 'now' | 'toCome' }[];
}

/** The same as five marks and a sentence, for a list of processes. */
export interface StageLineModel {
  /** From 0. */
  readonly now: number;
  /** For example "Stage 3 of 5:". */
  readonly count: string;
  readonly name: string;
}
