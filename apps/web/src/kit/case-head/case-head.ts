// Which case it is: always on top, always the same, with where it stands and the links to its screens.
import type { StagesModel } from '../stages/stages.js';

export interface CaseHeadModel {
  readonly side: 'harmed' | 'responsible' | null;
  /** A word before the reference. */
  readonly word: string;
  readonly reference: string;
  /** What it is about, which kind of process, since when. */
  readonly line: string;
  /** Null on the screen of a side. */
  readonly stages: StagesModel | null;
  /** What the links are called for who listens. */
  readonly label: string;
  readonly links: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly deeds: readonly { readonly text: string; readonly href: string }[];
}
