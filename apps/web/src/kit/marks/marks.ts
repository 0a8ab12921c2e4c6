// A list of what is and is not: mark and word.
import type { Shape } from '../icon/icon.js';

export interface MarksModel {
  readonly shape: Shape;
  /** `not` is red, `plain` is of the brand; left out, green. */
  readonly kind?: 'not' | 'plain';
  readonly items: readonly string[];
}
