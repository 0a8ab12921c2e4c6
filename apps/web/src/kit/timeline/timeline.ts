// What happened, in plain sentences, latest first.
import type { Shape } from '../icon/icon.js';

export interface TimelineModel {
  readonly items: readonly TimelineItem[];
}

export interface TimelineItem {
  readonly shape: Shape;
  readonly what: string;
  readonly when: string;
  readonly by: string;
  /** Words that were written with it, for this reader. */
  readonly texts?: readonly string[];
}
