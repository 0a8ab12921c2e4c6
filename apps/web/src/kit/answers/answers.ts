// A choice of equal weight: the same size, edge and colour for every answer; none chosen beforehand.

export interface AnswersModel {
  readonly legend: string;
  /** True: the legend is for who listens alone. */
  readonly quiet?: boolean;
  readonly name: string;
  /** Of the first answer: where a problem leads. */
  readonly id: string;
  /** True: one below the other. */
  readonly one?: boolean;
  readonly hint?: string;
  readonly problem?: string;
  /** Says "Error" before the problem to who listens. */
  readonly error?: string;
  readonly items: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: string;
    readonly chosen?: boolean;
  }[];
}
