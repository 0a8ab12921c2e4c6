// How a person may be reached safely, what they need to understand, and each attempt to reach them (R11 to R13). Numbers and addresses are personal records, elsewhere.
import { change, happenedAt, put, type Id, type Reducers } from '../reducers.js';
import type { HelpKind } from '../vocabulary/help.js';
import { contactOutcomes, type ContactAim, type ContactOutcome } from '../vocabulary/outcomes.js';
import { voicemails, type AccessNeed, type Channel, type Voicemail, type Weekday } from '../vocabulary/people.js';

/** A span of the week in which a person may be reached: London time, 'HH:MM', the end not included. */
export interface SafeTime {
  day: Weekday;
  opens: string;
  closes: string;
}
/** How one person may be reached. What was not asked is not allowed. */
export interface SafeContact {
  /** When the person was asked. */
  checkedAt: string;
  channels: readonly Channel[];
  /** Channels on which an attempt went wrong; only the safeguarding lead lets them be used again (R12). */
  frozen: readonly Channel[];
  /** None: at any time. */
  times: readonly SafeTime[];
  voicemail: Voicemail;
  /** Texts: words to use, the name to ask for and to give, who must not know. Null where there is nothing to heed. */
  words: Id | null;
  alias: Id | null;
  mustNotKnow: Id | null;
}

export interface ContactFacts {
  safe: Record<Id, SafeContact>;
  /** What each needs to understand and be understood; `language` is a BCP 47 tag (R13). */
  needs: Record<Id, { at: string; language: string; needs: readonly AccessNeed[] }>;
  /** Latest attempt, and when there was first and last a two-way contact. */
  attempts: Record<
    Id,
    { at: string; outcome: ContactOutcome; firstReachedAt: string | null; reachedAt: string | null }
  >;
  /** Facilitator preference or request for a change, and its answer (R16). */
  preferences: Record<Id, { at: string; wish: Id; answer: Id | null }>;
  /** What each asked for last, by kind; nothing before anybody asked. `text`, `answer`: ids of words. */
  help?: Record<HelpKey, Help>;
}
export interface Help {
  at: string;
  text: Id | null;
  answer: Id | null;
}
export type HelpKey = `${Id}|${HelpKind}`;
export const helpKey = (participantId: Id, kind: HelpKind): HelpKey => `${participantId}|${kind}`;

export interface ContactEvents {
  'safeContact.recorded': {
    participantId: Id;
    channels: readonly Channel[];
    times?: readonly SafeTime[];
    voicemail?: Voicemail;
    words?: Id;
    alias?: Id;
    mustNotKnow?: Id;
  };
  'channel.cleared': { participantId: Id; channel: Channel; reason: Id };
  'needs.recorded': { participantId: Id; language: string; needs: readonly AccessNeed[] };
  /** `processId`: which process it was about, where it was about one. */
  'contact.attempted': {
    participantId: Id;
    channel: Channel;
    outcome: ContactOutcome;
    aim: ContactAim;
    processId?: Id;
  };
  'preference.stated': { participantId: Id; wish: Id };
  'preference.answered': { participantId: Id; answer: Id };
  /** Somebody asks for something of theirs: what stands open under the same kind is asked anew. */
  'help.asked': { participantId: Id; kind: HelpKind; text?: Id };
  'help.answered': { participantId: Id; kind: HelpKind; answer: Id };
}

export const begin = (): ContactFacts => ({ safe: {}, needs: {}, attempts: {}, preferences: {} });

/** An attempt that others could have noticed: it says so itself, or a message was left where none may be (R12). */
export const wentWrong = (e: { channel: Channel; outcome: ContactOutcome }, safe: SafeContact | undefined): boolean =>
  contactOutcomes[e.outcome].unsafe ||
  (e.outcome === 'messageLeft' && e.channel === 'phone' && !voicemails[safe?.voicemail ?? 'nothing'].leave);

const earliest = (a: string | null, b: string | null): string | null => (a && b ? (a < b ? a : b) : (a ?? b));
const later = (a: string | null, b: string | null): string | null => (a && b ? (a > b ? a : b) : (a ?? b));

export const reducers: Reducers<ContactFacts, ContactEvents> = {
  'safeContact.recorded': (s, e) => ({
    ...s,
    safe: put(s.safe, e.participantId, {
      checkedAt: happenedAt(e),
      channels: e.channels,
      frozen: s.safe[e.participantId]?.frozen ?? [],
      times: e.times ?? [],
      voicemail: e.voicemail ?? 'nothing',
      words: e.words ?? null,
      alias: e.alias ?? null,
      mustNotKnow: e.mustNotKnow ?? null,
    }),
  }),
  'channel.cleared': (s, e) => ({
    ...s,
    safe: change(s.safe, e.participantId, (c) => ({ ...c, frozen: c.frozen.filter((one) => one !== e.channel) })),
  }),
  'needs.recorded': (s, e) => ({
    ...s,
    needs: put(s.needs, e.participantId, { at: e.at, language: e.language, needs: e.needs }),
  }),
  'contact.attempted': (s, e) => {
    const reached = e.outcome === 'reached' ? happenedAt(e) : null;
    const before = s.attempts[e.participantId];
    // an earlier attempt that is written down later is not the latest
    const latest = !before || before.at <= happenedAt(e) ? { at: happenedAt(e), outcome: e.outcome } : before;
    const attempts = put(s.attempts, e.participantId, {
      at: latest.at,
      outcome: latest.outcome,
      firstReachedAt: earliest(before?.firstReachedAt ?? null, reached),
      reachedAt: later(before?.reachedAt ?? null, reached),
    });
    if (!wentWrong(e, s.safe[e.participantId])) return { ...s, attempts };
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
  'help.asked': (s, e) => ({
    ...s,
    help: put(s.help ?? {}, helpKey(e.participantId, e.kind), { at: e.at, text: e.text ?? null, answer: null }),
  }),
  'help.answered': (s, e) => ({
    ...s,
    help: change(s.help ?? {}, helpKey(e.participantId, e.kind), (asked) => ({ ...asked, answer: e.answer })),
  }),
};
