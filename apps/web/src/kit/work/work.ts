// Rows of work, of Today and of queues: what, why now, whose case, since when. The whole row leads there.
import type { Shape } from '../icon/icon.js';

export interface WorkModel {
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
  readonly kind?: 'danger' | 'warn';
  readonly shape: Shape;
  /** Without any, nothing is drawn. */
  readonly rows: readonly WorkRow[];
}

export interface WorkRow {
  readonly what: string;
  readonly why: string;
  /** The reference of the case. */
  readonly ref: string;
  /** For how many working days, or by when. */
  readonly age: string;
  readonly since: string;
  readonly href: string;
  readonly chase?: { readonly text: string; readonly href: string };
  /** The language of `why`, where it is not the page's. */
  readonly lang?: string;
}
