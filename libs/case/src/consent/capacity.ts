// Whether a person can decide something for themselves: found for one decision at a time, after support was tried (R25, R94).
import { put, type Id, type Reducers } from '../reducers.js';
import type { Purpose } from '../vocabulary/consent.js';
import { isAfter } from '#libs/time';

export type Finding = 'has' | 'hasWithSupport' | 'lacks';

/** Doubt about one decision of a person's, or about every one, and what was found since. */
export interface Capacity {
  doubtedAt: string;
  /** What was found, by whom (R25). `support`: id of the words on what was tried first. `againOn`: 'YYYY-MM-DD' on which it is looked at again, where it comes and goes. */
  assessed: { at: string; by: Id; finding: Finding; support: Id | null; againOn: string | null } | null;
  /** What was decided in the interest of somebody who cannot decide it. `consulted`, `reason`: ids of words. `until`: the instant from which it counts no more. */
  bestInterests: { at: string; by: Id; consulted: Id; reason: Id; until: string } | null;
}
/** The person where every decision is in doubt; the person and the purpose where it is one. */
export type CapacityKey = Id | `${Id}|${Purpose}`;
export type Capacities = Record<CapacityKey, Capacity>;

/** Whose capacity, for which decision; for every one when `decision` is left out. */
export interface DecisionSpokenOf {
  participantId: Id;
  decision?: Purpose;
}
export interface CapacityEvents {
  'capacity.doubted': DecisionSpokenOf;
  /** `support`: what was tried first, which nothing but a finding that they can decide it can do without. */
  'capacity.assessed': DecisionSpokenOf & { finding: Finding; support?: Id; againOn?: string };
  /** What was decided for somebody ends before its day, without anything else having been found. */
  'bestInterests.ended': { participantId: Id; decision: Purpose; reason: Id };
  /** Decided for somebody who cannot: who was consulted, for what decision, until when (R94). */
  'bestInterests.decided': {
    participantId: Id;
    decision: Purpose;
    consulted: Id;
    reason: Id;
    until: string;
  };
}

export const capacityKey = ({ participantId, decision }: DecisionSpokenOf): CapacityKey =>
  decision ? `${participantId}|${decision}` : participantId;
/** Everything that is known of one person's capacity, with the decision it is about; null for every one. */
export const capacitiesOf = (all: Capacities, id: Id): { decision: Purpose | null; capacity: Capacity }[] =>
  Object.entries(all).flatMap(([key, capacity]) => {
    const [whose, decision] = key.split('|') as [Id, Purpose | undefined];
    return whose === id ? [{ decision: decision ?? null, capacity }] : [];
  });

/** When it was last doubted or found. */
export const foundAt = ({ doubtedAt, assessed }: Capacity): string =>
  assessed && isAfter(assessed.at, doubtedAt) ? assessed.at : doubtedAt;
/** What counts for one decision: what is known of it, unless something newer is known of every one. */
export function capacityFor(all: Capacities, id: Id, decision: Purpose): Capacity | null {
  const [one, every] = [all[`${id}|${decision}`], all[id]];
  if (!one || !every) return one ?? every ?? null;
  return isAfter(foundAt(every), foundAt(one)) ? every : one;
}

/** Who can decide something at a moment: the person; somebody in their interest; nobody, because it is in doubt or found lacking. */
export function whoDecides(c: Capacity | null, at: string): 'themselves' | 'inTheirInterest' | 'inDoubt' | 'lacks' {
  if (!c) return 'themselves';
  const { assessed, bestInterests } = c;
  if (!assessed || (assessed.againOn !== null && !isAfter(assessed.againOn, at))) return 'inDoubt';
  if (assessed.finding !== 'lacks') return 'themselves';
  return bestInterests && isAfter(bestInterests.until, at) ? 'inTheirInterest' : 'lacks';
}
/** Whether nobody can decide it at a moment. */
export const isUndecidable = (c: Capacity | null, at: string): boolean =>
  ['inDoubt', 'lacks'].includes(whoDecides(c, at));

export const capacityReducers: Reducers<Capacities, CapacityEvents> = {
  'capacity.doubted': (s, e) => put(s, capacityKey(e), { doubtedAt: e.at, assessed: null, bestInterests: null }),
  'capacity.assessed': (s, e) =>
    put(s, capacityKey(e), {
      doubtedAt: s[capacityKey(e)]?.doubtedAt ?? s[e.participantId]?.doubtedAt ?? e.at,
      assessed: { at: e.at, by: e.by, finding: e.finding, support: e.support ?? null, againOn: e.againOn ?? null },
      bestInterests: null,
    }),
  'bestInterests.ended': (s, { participantId, decision }) => {
    const found = capacityFor(s, participantId, decision);
    return found ? put(s, `${participantId}|${decision}`, { ...found, bestInterests: null }) : s;
  },
  'bestInterests.decided': (s, { participantId, decision, at, by, consulted, reason, until }) => {
    const found = capacityFor(s, participantId, decision);
    const decided = { at, by, consulted, reason, until };
    return found ? put(s, `${participantId}|${decision}`, { ...found, bestInterests: decided }) : s;
  },
};
