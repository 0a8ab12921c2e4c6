// How a person may be reached safely, and each attempt to do so (R11, R12). Numbers and addresses are personal records, elsewhere.
import { change, put, type Id, type Learns } from '../learning.js';
import { contactOutcomes, type Channel, type ContactOutcome } from '../vocabulary/index.js';

export interface ContactFacts {
  safe: Record<Id, { checkedAt: string; channels: readonly Channel[]; frozen: readonly Channel[] }>;
  /** Latest attempt, and when there was first and last a two-way contact. */
  attempts: Record<
    Id,
    { at: string; outcome: ContactOutcome; firstReachedAt: string | null; reachedAt: string | null }
  >;
  /** Facilitator preference or request for a change, and its answer (R16). */
  preferences: Record<Id, { at: string; wish: Id; answer: Id | null }>;
}

export interface ContactEvents {
  'safeContact.recorded': { participantId: Id; channels: readonly Channel[] };
  'contact.attempted': { participantId: Id; channel: Channel; outcome: ContactOutcome };
  'preference.stated': { participantId: Id; wish: Id };
  'preference.answered': { participantId: Id; answer: Id };
}

export const begin = (): ContactFacts => ({ safe: {}, attempts: {}, preferences: {} });

export const learns: Learns<ContactFacts, ContactEvents> = {
  'safeContact.recorded': (s, e) => ({
    ...s,
    safe: put(s.safe, e.participantId, { checkedAt: e.at, channels: e.channels, frozen: [] }),
  }),
  'contact.attempted': (s, e) => {
    const reached = e.outcome === 'reached';
    const before = s.attempts[e.participantId];
    const attempts = put(s.attempts, e.participantId, {
      at: e.at,
      outcome: e.outcome,
      firstReachedAt: before?.firstReachedAt ?? (reached ? e.at : null),
      reachedAt: reached ? e.at : (before?.reachedAt ?? null),
    });
    if (!contactOutcomes[e.outcome].unsafe) return { ...s, attempts };
    return {
      ...s,
      attempts,
      safe: change(s.safe, e.participantId, (c) => ({ ...c, frozen: [...new Set([...c.frozen, e.channel])] })),
    };
  },
  'preference.stated': (s, e) => ({
    ...s,
    preferences: put(s.preferences, e.participantId, { at: e.at, wish: e.wish, answer: null }),
  }),
  'preference.answered': (s, e) => ({
    ...s,
    preferences: change(s.preferences, e.participantId, (p) => ({ ...p, answer: e.answer })),
  }),
};
