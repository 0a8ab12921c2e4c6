// How somebody may be reached, in one card with the deeds that would reach them: its head says the truth of this minute.
import type { Shape } from '../icon/icon.js';

export interface ContactRulesModel {
  /** Of its heading. */
  readonly id: string;
  readonly side: 'harmed' | 'responsible' | null;
  readonly title: string;
  readonly now: { readonly state: 'safe' | 'notNow' | 'never'; readonly text: string };
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
  /** When they said so, and when to ask again. */
  readonly told: string;
  readonly change?: { readonly text: string; readonly href: string };
  readonly actTitle: string;
  readonly deeds: readonly ContactDeed[];
}

/** An open deed has an address; a shut one says why. */
export interface ContactDeed {
  readonly text: string;
  readonly href?: string;
  readonly why?: string;
  readonly shape?: Shape;
}
