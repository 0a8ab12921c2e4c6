// The banner of what is stopped, flagged or opened in an emergency: since when, and who can lift it.
import type { Shape } from '../icon/icon.js';

export interface HoldsModel {
  /** What the list is called for who listens. */
  readonly label: string;
  readonly kind: 'danger' | 'warn';
  /** Without any, nothing is drawn. */
  readonly items: readonly Hold[];
}

export interface Hold {
  readonly shape: Shape;
  readonly what: string;
  readonly more?: string;
  /** Since when, and who lifts it. */
  readonly since: string;
}
