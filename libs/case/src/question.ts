// The question that is put to a rule: which door of a case or of one of its processes, at which moment, for whom or what.
import type { Facts } from './facts.js';
import type { Process } from './process/facts.js';
import type { Id } from './reducers.js';
import type { Settings } from './settings.js';
import type { Door } from './vocabulary/stages.js';

/** Whom or what one opening of a door concerns. */
export interface Subject {
  /** A participant, communication, item or notice; `from|to` where one person is told of another. */
  about?: Id | null;
  processId?: Id | null;
  /** Who would sit in the meeting, and when it is, where that is said; else who is booked. */
  attendees?: readonly Id[];
  meetsAt?: string;
}
export interface Question {
  door: Door;
  facts: Facts;
  /** The process it is about; null where it is about none, or that is not said. */
  processId: Id | null;
  /** The ISO instant asked about. */
  at: string;
  settings: Settings;
  about: Id | null;
  attendees: readonly Id[] | null;
  meetsAt: string;
}
/** A question about a door of one process. */
export interface ProcessQuestion extends Question {
  processId: Id;
  process: Process;
}
/** How far somebody is asked to have come. */
export type Step = 'suitability' | 'preparation' | 'arrange' | 'meeting';
