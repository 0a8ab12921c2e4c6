// What others let one person know: each release was a decision of its own, told with the consent it needs, and stays as it was told.
import type { Facts, Id, ReleaseKind } from '#libs/case';
import type { Catalogue } from '#libs/words';

/** One thing a person may know of another. `nameOf` is the person whose name it is. Oldest first by `at`, an ISO instant. */
export interface Released {
  readonly kind: ReleaseKind;
  readonly at: string;
  readonly nameOf: Id | null;
  readonly outcome: string | null;
}
const plain = (kind: ReleaseKind, at: string): Released => ({ kind, at, nameOf: null, outcome: null });

/** Everything released to one participant (R9, R50, R58, R67). */
export function releasedTo({ people, referral, processes }: Facts, id: Id): Released[] {
  const all = Object.values(processes);
  const interests = Object.entries(referral.interestTold).flatMap(([key, at]) =>
    key.split('|')[1] === id ? [plain('interest', at)] : [],
  );
  const receipts = all
    .flatMap(({ communication }) => Object.values(communication.of))
    .flatMap(({ from, receiptToldAt, receiptTold }) =>
      from === id && receiptToldAt && receiptTold ? [plain(receiptTold, receiptToldAt)] : [],
    );
  const names = Object.entries(people.namesTold).flatMap(([key, at]) => {
    const [whose = '', to] = key.split('|');
    const nameOf = people.participants[whose]?.personId ?? null;
    return to === id ? [{ ...plain('name', at), nameOf }] : [];
  });
  const outcomes = all
    .flatMap(({ agreement }) => Object.values(agreement.items))
    .flatMap(({ recipient, recipientTold }) =>
      recipient === id && recipientTold
        ? [{ ...plain('outcome', recipientTold.at), outcome: recipientTold.outcome }]
        : [],
    );
  return [...interests, ...receipts, ...names, ...outcomes].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A release as the schema shows it: the day, and words that say no more than was decided. */
export const asShown = ({ kind, at, nameOf, outcome }: Released, { releases }: Catalogue) => ({
  on: at.slice(0, 10),
  kind,
  words: releases[kind],
  nameOf,
  outcome,
});
