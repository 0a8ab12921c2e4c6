// Orders and conditions: who must not have which contact with whom, from when until when. Recording, booking, passing on and the day ask the same function (R38, R89).
import { blocker, type Blocker } from '../blocker.js';
import type { Facts } from '../facts.js';
import type { Process } from '../process/facts.js';
import { sideOf } from '../process/members.js';
import type { Id } from '../reducers.js';
import { roles } from '../vocabulary/people.js';
import { prohibitions } from '../vocabulary/orders.js';
import type { Door } from '../vocabulary/stages.js';
import type { Order } from './facts.js';
import { isAfter } from '#libs/time';

/** Whether two participants are one person: whoever left and came back is bound as before (R92). */
const isSame = ({ people }: Facts, a: Id, b: Id): boolean =>
  a === b ||
  (people.participants[a] !== undefined && people.participants[a].personId === people.participants[b]?.personId);

/** The side of somebody in a process, or in the case where it is about none. */
const partyOf = (facts: Facts, p: Process | null, id: Id): string | null => {
  const role = facts.people.participants[id]?.role;
  return p ? sideOf(p, id) : role === undefined ? null : roles[role].party;
};

/** Whether an order stands between two of these people. One that names nobody is about everybody on the other side. */
export function standsBetween(o: Order, facts: Facts, p: Process | null, among: readonly Id[]): boolean {
  const bound = among.find((id) => isSame(facts, o.participantId, id));
  if (bound === undefined) return false;
  const { towards } = o;
  if (towards !== null) return among.some((id) => isSame(facts, towards, id));
  const side = partyOf(facts, p, bound);
  return among.some((id) => partyOf(facts, p, id) !== null && partyOf(facts, p, id) !== side);
}

const isInForce = (o: Order, at: string): boolean => !isAfter(o.from, at) && (o.until === null || isAfter(o.until, at));

/** These people, and those for whom or with whom one of them is there: contact with them is contact through another. */
const andThrough = (p: Process | null, ids: readonly Id[]): Id[] => [
  ...new Set(ids.flatMap((id) => [id, p?.members.of[id]?.of ?? id])),
];

/** An order as a reason. One without an end stands until somebody records that it ended. */
export const asBlocker = ([id, o]: [Id, Order]): Blocker =>
  blocker('order', id, o.until === null ? 'facilitator' : 'clock', o.from);

/** Orders that forbid these people the contact behind a door at the moment at which they would have it, by id. */
export const ordersAgainst = (
  door: Door,
  facts: Facts,
  p: Process | null,
  ids: readonly Id[],
  at: string,
): [Id, Order][] =>
  Object.entries(facts.safeguarding.orders).filter(([, o]) => {
    const forbidding = o.forbids
      .map((f) => prohibitions[f])
      .filter((row) => (row.doors as readonly Door[]).includes(door));
    const through = forbidding.some((row) => row.through);
    return forbidding.length > 0 && isInForce(o, at) && standsBetween(o, facts, p, through ? andThrough(p, ids) : ids);
  });
