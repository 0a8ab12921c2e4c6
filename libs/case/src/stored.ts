// The stored shape of a case, its version, and how older ones become newer ones.
import type { Facts } from './facts.js';
import type { ConferenceStep, Stage } from './vocabulary/stages.js';

/** Where a case stands: a stage, or a step of the conference. */
export type StateValue = Exclude<Stage, 'conference'> | { conference: ConferenceStep };
/** What is stored: no library shape in the row. */
export interface StoredCase {
  machineVersion: number;
  state: StateValue;
  facts: Facts;
}

/** The version this process writes. Raise it with every change of the stored shape, and add the upgrade and a frozen fixture. */
export const MACHINE_VERSION = 2;

/** A case was written by a newer process than this one: refusing is the only safe thing to do. */
export class NewerMachine extends Error {
  constructor(readonly found: number) {
    super(
      `This case was written by machine version ${found}; this process knows ${MACHINE_VERSION}. Upgrade this process.`,
    );
    this.name = 'NewerMachine';
  }
}

/** From version n to n+1, total over whatever version n could hold. */
const upgrades: Readonly<Record<number, (old: StoredCase) => StoredCase>> = {
  // safe contact became more than channels; needs, names told and meetings called off came to be known
  1: (old) => {
    const { contact, people, conference, post, exchange, agreement } = old.facts;
    const asked = { times: [], voicemail: 'nothing', words: null, alias: null, mustNotKnow: null } as const;
    const safe = Object.entries(contact.safe).map(([id, known]) => [id, { ...asked, ...known }]);
    const queued = Object.entries(post.queued).map(([id, notice]) => [id, { ...notice, startsAt: null }]);
    const words = Object.entries(exchange.words).map(([id, w]) => [
      id,
      { ...w, receiptTold: w.receiptToldAt ? w.receipt : null },
    ]);
    const items = Object.entries(agreement.items).map(([id, i]) => [
      id,
      {
        ...i,
        recipientTold: i.recipientToldAt && i.outcome ? { at: i.recipientToldAt, outcome: i.outcome.outcome } : null,
      },
    ]);
    return {
      ...old,
      facts: {
        ...old.facts,
        exchange: { ...exchange, words: Object.fromEntries(words) },
        agreement: { ...agreement, items: Object.fromEntries(items) },
        contact: { ...contact, safe: Object.fromEntries(safe), needs: {} },
        people: { ...people, namesTold: {} },
        conference: { ...conference, calledOff: null },
        post: { ...post, queued: Object.fromEntries(queued) },
      },
    };
  },
};

/** The case in today's shape. Throws NewerMachine when it is newer than this process. The argument is left alone. */
export function upgrade(stored: StoredCase): StoredCase {
  if (stored.machineVersion > MACHINE_VERSION) throw new NewerMachine(stored.machineVersion);
  let now = stored;
  for (let v = stored.machineVersion; v < MACHINE_VERSION; v++) {
    const step = upgrades[v];
    if (!step) throw new RangeError(`There is no way to upgrade a case from machine version ${v}`);
    now = { ...step(structuredClone(now)), machineVersion: v + 1 };
  }
  return now;
}

export const stageOf = (state: StateValue): Stage => (typeof state === 'string' ? state : 'conference');
export const stepOf = (state: StateValue): ConferenceStep | null =>
  typeof state === 'string' ? null : state.conference;
