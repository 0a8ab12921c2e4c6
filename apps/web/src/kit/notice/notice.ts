// Something was just done, or changed meanwhile.
import type { Shape } from '../icon/icon.js';

export interface NoticeModel {
  readonly kind: 'good' | 'warn';
  readonly shape: Shape;
  readonly what: string;
  readonly lines?: readonly string[];
}
