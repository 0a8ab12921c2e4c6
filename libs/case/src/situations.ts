// Which of several arrows an event takes: what the situation is, not whether it is allowed.
import { takenAway } from './consent/needed.js';
import type { CaseEvent, Facts } from './facts.js';
import { learn } from './learn.js';
import { processTypes } from './vocabulary/process-types.js';

const meets = (f: Facts): boolean => f.conference.booking !== null || f.conference.session !== null;

/** Another kind of process starts new consent, also where nobody's yes was left to end (R48). */
const changesType = (f: Facts, e: CaseEvent): boolean =>
  e.type === 'process.chosen' && e.processType !== f.preparation.process?.type;

/** Each asks one question of the facts and the event; the picture names them. */
export const situations = {
  /** The process chosen is a meeting. */
  aMeeting: (f) => f.preparation.process !== null && processTypes[f.preparation.process.type].exchange === 'meeting',
  /** The process chosen passes words. */
  words: (f) => f.preparation.process !== null && processTypes[f.preparation.process.type].exchange === 'words',
  /** The decision is that the case is suitable. */
  suitable: (_f, e) => e.type === 'suitability.decided' && e.suitable,
  unsuitable: (_f, e) => e.type === 'suitability.decided' && !e.suitable,
  /** Preparation, or the conference, stands on a consent that this event ends (R21). */
  endsPreparation: (f, e) => takenAway('preparation', f, learn(f, e)),
  endsConference: (f, e) => changesType(f, e) || takenAway('conference', f, learn(f, e)),
  /** A booking or session there was is gone after this event. */
  callsOff: (f, e) => meets(f) && !meets(learn(f, e)),
  beginsAgain: (_f, e) => e.type === 'case.reopened' && e.to === 'suitability',
  looksAfter: (_f, e) => e.type === 'case.reopened' && e.to === 'followUp',
} as const satisfies Record<string, (facts: Facts, event: CaseEvent) => boolean>;
export type Situation = keyof typeof situations;
