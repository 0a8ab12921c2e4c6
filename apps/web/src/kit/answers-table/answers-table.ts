// What a person was asked and answered, question by question; cards on a phone.
import type { TagModel } from '../tag/tag.js';

export interface AnswersTableModel {
  readonly id: string;
  readonly caption: string;
  readonly columns: Readonly<Record<'purpose' | 'answer' | 'text' | 'day' | 'next', string>>;
  readonly rows: readonly AnswerRow[];
}

export interface AnswerRow {
  readonly purpose: string;
  readonly answer: TagModel;
  /** Version and language of the exact text. */
  readonly text: string;
  readonly day: string;
  readonly next: readonly { readonly text: string; readonly href: string }[];
}
