// From version 3 to 4: an exchange of letters is a stage of its own and no step of a conference; words of the practice replaced others.
import type { Facts } from '../facts.js';
import type { Process } from '../process/facts.js';
import type { Id } from '../reducers.js';
import type { Place } from '../vocabulary/stages.js';
import { mapped, record } from './records.js';

/** A word of version 3 in today's words; any other as it is. */
export const wordNow = <W>(word: W, words: Readonly<Record<string, string>>): W =>
  typeof word === 'string' && Object.hasOwn(words, word) ? (words[word] as W) : word;

/** How an item can end: that it was not kept. */
export const outcomeWords = { breached: 'notKept' };
/** What the safeguarding lead may decide: to refer somebody stops the work as well. */
export const decisionWords = { refer: 'stopAndRefer' };
/** Sign-offs and doors. */
export const checkpointWords = { breach: 'notKept' };
export const doorWords = { reportBreach: 'reportNotKept', conference: 'arrange' };

interface Version3 {
  case: 'open' | 'closed';
  processes: Record<Id, Place | { conference: 'exchange' }>;
}
const placeNow = (place: Place | { conference: 'exchange' }): Place =>
  typeof place === 'object' && place.conference === 'exchange' ? 'exchange' : (place as Place);

/** A key of sign-offs, `checkpoint|about`. */
const keyNow = (key: string): string => {
  const [checkpoint = '', ...about] = key.split('|');
  return [wordNow(checkpoint, checkpointWords), ...about].join('|');
};
const signedNow = <S>(signed: Record<string, S>): Record<string, S> =>
  record(Object.entries(signed).map(([key, sign]) => [keyNow(key), sign]));

const outcomeNow = <O extends { outcome: string }>(told: O | null): O | null =>
  told && { ...told, outcome: wordNow(told.outcome, outcomeWords) };
const processNow = (p: Process): Process => ({
  ...p,
  signOffs: { ...p.signOffs, signed: signedNow(p.signOffs.signed) },
  agreement: {
    ...p.agreement,
    items: mapped(p.agreement.items, (item) => ({
      ...item,
      outcome: outcomeNow(item.outcome),
      recipientTold: outcomeNow(item.recipientTold),
    })),
  },
});

/** What stood before a door that was passed while shut, in today's words. */
export const deviationNow = <D extends { door: string; blockers: readonly { about: string }[] }>(d: D): D => ({
  ...d,
  door: wordNow(d.door, doorWords),
  blockers: d.blockers.map((b) => ({ ...b, about: keyNow(b.about) })),
});

/** `state` and `facts` are copies of their own. */
export function fromVersion3({ state, facts }: { state: unknown; facts: unknown }): { state: unknown; facts: unknown } {
  const [places, old] = [state as Version3, facts as Facts];
  return {
    state: { ...places, processes: mapped(places.processes, placeNow) },
    facts: {
      ...old,
      safeguarding: {
        ...old.safeguarding,
        concerns: mapped(old.safeguarding.concerns, (c) => ({
          ...c,
          decision: c.decision && { ...c.decision, decision: wordNow(c.decision.decision, decisionWords) },
        })),
      },
      deviations: { of: mapped(old.deviations.of, deviationNow) },
      processes: mapped(old.processes, processNow),
    },
  };
}
