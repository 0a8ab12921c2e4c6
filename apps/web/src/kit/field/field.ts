// One field of a form, whatever it asks: drawn by one macro, with its hint and its problem.

export interface FieldModel {
  readonly control: 'hidden' | 'tiles' | 'radios' | 'checkboxes' | 'select' | 'text' | 'area' | 'date' | 'moment';
  readonly name: string;
  /** Where a problem leads. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string;
  /** Says "Error" before the problem to who listens. */
  readonly error: string;
  readonly value?: string;
  /** Of tiles, radios, checkboxes and a select. */
  readonly items?: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: string;
    readonly chosen: boolean;
  }[];
  /** Of a day and a time. */
  readonly parts?: readonly {
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly value: string;
    /** In characters. */
    readonly width: number;
    readonly numeric: boolean;
  }[];
}
