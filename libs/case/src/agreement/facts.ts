// What people agree to do, if they want to agree on anything (R55 to R59).
import { change, happenedAt, isOvertaken, put, type Id, type Reducers } from '../reducers.js';
import type { AgreementOutcome, ItemKind, ItemOutcome } from '../vocabulary/outcomes.js';

export interface Item {
  kind: ItemKind;
  /** Participant id of who does it, and of whom it is done for (null: for the community). */
  doer: Id;
  recipient: Id | null;
  /** 'YYYY-MM-DD'. */
  dueOn: string;
  /** Text ids: what is to be done, how it is shown, who monitors. */
  text: Id;
  evidence: Id;
  monitor: Id;
  proportionate: { at: string; by: Id } | null;
  agreedAt: string | null;
  outcome: { at: string; outcome: ItemOutcome } | null;
  reportedAt: string | null;
  /** When the recipient was told how it ended, as they chose (R58). */
  recipientToldAt: string | null;
  /** What the recipient was last told; it stays when the item goes on. */
  recipientTold: { at: string; outcome: ItemOutcome } | null;
}
export interface AgreementFacts {
  outcome: { at: string; outcome: AgreementOutcome } | null;
  items: Record<Id, Item>;
}

export interface AgreementEvents {
  'agreement.decided': { processId: Id; outcome: AgreementOutcome };
  'item.proposed': {
    processId: Id;
    itemId: Id;
    kind: ItemKind;
    doer: Id;
    recipient?: Id;
    dueOn: string;
    text: Id;
    evidence: Id;
    monitor: Id;
  };
  'item.checked': { processId: Id; itemId: Id; proportionate: boolean; changed: boolean; reason?: Id };
  'item.agreed': { processId: Id; itemId: Id };
  'item.varied': { processId: Id; itemId: Id; dueOn: string; text: Id; reason: Id };
  'item.progressed': { processId: Id; itemId: Id; outcome: ItemOutcome };
  'item.recipientTold': { processId: Id; itemId: Id };
  'item.notKeptReported': { processId: Id; itemId: Id; recipient: string; ground: 'required' | 'agreed' };
}

export const begin = (): AgreementFacts => ({ outcome: null, items: {} });

const about = (s: AgreementFacts, id: Id, how: (i: Item) => Item): AgreementFacts => ({
  ...s,
  items: change(s.items, id, how),
});

export const reducers: Reducers<AgreementFacts, AgreementEvents> = {
  'agreement.decided': (s, e) =>
    isOvertaken(e, s.outcome) ? s : { ...s, outcome: { at: happenedAt(e), outcome: e.outcome } },
  'item.proposed': (s, e) => ({
    ...s,
    items: put(s.items, e.itemId, {
      kind: e.kind,
      doer: e.doer,
      recipient: e.recipient ?? null,
      dueOn: e.dueOn,
      text: e.text,
      evidence: e.evidence,
      monitor: e.monitor,
      proportionate: null,
      agreedAt: null,
      outcome: null,
      reportedAt: null,
      recipientToldAt: null,
      recipientTold: null,
    }),
  }),
  'item.checked': (s, e) =>
    about(s, e.itemId, (i) => ({ ...i, proportionate: e.proportionate ? { at: e.at, by: e.by } : null })),
  'item.agreed': (s, e) => about(s, e.itemId, (i) => ({ ...i, agreedAt: e.at })),
  'item.varied': (s, e) =>
    about(s, e.itemId, (i) => ({ ...i, dueOn: e.dueOn, text: e.text, agreedAt: null, proportionate: null })),
  'item.progressed': (s, e) =>
    about(s, e.itemId, (i) =>
      isOvertaken(e, i.outcome)
        ? i
        : { ...i, outcome: { at: happenedAt(e), outcome: e.outcome }, recipientToldAt: null },
    ),
  'item.recipientTold': (s, e) =>
    about(s, e.itemId, (i) => ({
      ...i,
      recipientToldAt: e.at,
      recipientTold: i.outcome ? { at: e.at, outcome: i.outcome.outcome } : i.recipientTold,
    })),
  'item.notKeptReported': (s, e) => about(s, e.itemId, (i) => ({ ...i, reportedAt: e.at })),
};
