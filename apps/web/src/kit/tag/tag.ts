// A state in a row: shape and word first, colour last.
import type { Shape } from '../icon/icon.js';

export interface TagModel {
  readonly word: string;
  /** Left out: plain. `quiet` is for what is not there yet. */
  readonly kind?: 'good' | 'warn' | 'danger' | 'quiet';
  readonly shape?: Shape;
}
