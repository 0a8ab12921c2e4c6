// What makes an event about an agreement incomplete or wrong (R56 to R59).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { whyNotLive } from '../consent/rules.js';
import { consentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import type { AgreementEvents } from './facts.js';

const known = (f: Facts, e: { itemId: string }): Blocker[] =>
  when(!f.agreement.items[e.itemId], 'unknown', 'itemId', 'facilitator');
const agreed = (f: Facts, e: { itemId: string }): Blocker[] => [
  ...known(f, e),
  ...when(f.agreement.items[e.itemId]?.agreedAt === null, 'item', e.itemId, 'participant'),
];

export const checks: Checks<AgreementEvents> = {
  'item.proposed': (e, f) => [
    ...when(f.agreement.items[e.itemId] !== undefined, 'unsound', 'itemId', 'facilitator'),
    ...when(!f.people.participants[e.doer], 'unknown', 'doer', 'facilitator'),
    ...when(e.recipient !== undefined && !f.people.participants[e.recipient], 'unknown', 'recipient', 'facilitator'),
    ...when(e.dueOn < e.at.slice(0, 10), 'unsound', 'dueOn', 'facilitator'),
  ],
  'item.checked': (e, f) => [...known(f, e), ...when(e.changed && !e.reason, 'unsound', 'reason', 'facilitator')],
  'item.varied': (e, f) => [...agreed(f, e), ...when(!e.reason, 'unsound', 'reason', 'facilitator')],
  'item.progressed': (e, f) => agreed(f, e),
  'item.recipientTold': (e, f) => [
    ...known(f, e),
    ...when(f.agreement.items[e.itemId]?.outcome === null, 'outstanding', e.itemId, 'facilitator'),
  ],
  'breach.reported': (e, f, s) => {
    const item = f.agreement.items[e.itemId];
    if (e.ground === 'required' || !item) return [];
    return [item.doer, ...(item.recipient ? [item.recipient] : [])].flatMap((id) =>
      whyNotLive(consentKey(id, 'outcomeReport', e.recipient), f, e.at, s),
    );
  },
  'agreement.decided': (e, f) =>
    e.outcome === 'made' && Object.keys(f.agreement.items).length === 0 ? [blocker('item', 'case', 'facilitator')] : [],
};
