// What the two machines of the practice share: a guard that asks the rules, and one action that learns.
import { assign, setup } from 'xstate';
import { invalidEvent } from './checks.js';
import { consequences, type Consequence } from './consequences.js';
import type { CaseEvent, Facts } from './facts.js';
import { learn } from './learn.js';
import type { Id } from './reducers.js';
import { blockersBefore } from './rules.js';
import type { Settings } from './settings.js';
import { situations, type Situation } from './situations.js';
import { subjectOf } from './subjects.js';
import type { Door } from './vocabulary/stages.js';

/** A machine's context: the facts, of which process it is, and the service's numbers. Without settings it believes what the journal says did happen. */
export interface Context {
  facts: Facts;
  processId: Id | null;
  settings: Settings | null;
}
/** What an arrow says: the door it passes, and the situation it is for. */
export interface Through {
  door: Door;
  only?: Situation;
}
/** Something that concerns a process has been learnt already: the process only looks what follows for it. */
export interface CaseChanged {
  type: 'case.changed';
}

/** xstate builds a throw-away actor without input for each transition: that one is given nothing, instead of an error to catch. */
export const contextFrom = ({ input }: { input?: Context }): Context => input ?? ({} as Context);

export const practice = setup({
  types: { context: {} as Context, input: {} as Context, events: {} as CaseEvent | CaseChanged },
  guards: {
    // What has happened has happened: the decision judged it by its own day, and wrote what stood before it into the event.
    open: ({ context: { facts, settings }, event }, { door, only }: Through) => {
      const e = event as CaseEvent;
      if (only !== undefined && !situations[only](facts, e)) return false;
      if (settings === null) return true;
      if (invalidEvent(e, facts, settings).length > 0) return false;
      return e.deviations !== undefined || blockersBefore(door, facts, e.at, settings, subjectOf(e)).length === 0;
    },
    follows: ({ context: { facts, processId } }, { that }: { that: Consequence }) =>
      processId !== null && consequences[that](facts, processId),
  },
  actions: { learn: assign(({ context, event }) => ({ facts: learn(context.facts, event as CaseEvent) })) },
});

/** An arrow through a door, for one situation or for any. */
export const through = <const T extends string | undefined = undefined>(door: Door, only?: Situation, target?: T) => ({
  guard: { type: 'open' as const, params: only === undefined ? { door } : { door, only } },
  actions: 'learn' as const,
  ...(target === undefined ? {} : { target }),
});
/** Something is put on record, and nothing moves. */
export const recorded = through('record');
/** An arrow that is taken by itself, from the facts alone. */
export const follows = <const T extends string>(that: Consequence, target: T) => ({
  guard: { type: 'follows' as const, params: { that } },
  target,
});
