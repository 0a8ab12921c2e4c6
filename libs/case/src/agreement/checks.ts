// What makes an event about an agreement incomplete or wrong (R56 to R59).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import { whyNotLive } from '../consent/rules.js';
import { consentKey } from '../consent/facts.js';
import type { Facts } from '../facts.js';
import { whyNotTold } from '../people/releases.js';
import { everIn, tookPlace } from '../process/members.js';
import { freezesOfPeople } from '../safeguarding/rules.js';
import type { AgreementEvents } from './facts.js';

interface About {
  processId: string;
  itemId: string;
}
const itemOf = (f: Facts, e: About) => f.processes[e.processId]?.agreement.items[e.itemId];
const known = (f: Facts, e: About): Blocker[] => when(!itemOf(f, e), 'unknown', 'itemId', 'facilitator');
const agreed = (f: Facts, e: About): Blocker[] => [
  ...known(f, e),
  ...when(itemOf(f, e)?.agreedAt === null, 'item', e.itemId, 'participant'),
];
/** R87: people agree on something in a meeting, or once something has passed between them. */
const tooEarly = (f: Facts, processId: string): Blocker[] => {
  const p = f.processes[processId];
  return when(!p || (p.conference.session === null && !tookPlace(p)), 'notReached', processId, 'facilitator');
};

export const checks: Checks<AgreementEvents> = {
  'item.proposed': (e, f) => [
    ...tooEarly(f, e.processId),
    ...when(itemOf(f, e) !== undefined, 'unsound', 'itemId', 'facilitator'),
    ...when(!everIn(f, e.processId, e.doer), 'unknown', 'doer', 'facilitator'),
    ...when(e.recipient !== undefined && !everIn(f, e.processId, e.recipient), 'unknown', 'recipient', 'facilitator'),
    ...when(e.dueOn < e.at.slice(0, 10), 'unsound', 'dueOn', 'facilitator'),
  ],
  'item.checked': (e, f) => [...known(f, e), ...when(e.changed && !e.reason, 'unsound', 'reason', 'facilitator')],
  'item.varied': (e, f) => [...agreed(f, e), ...when(!e.reason, 'unsound', 'reason', 'facilitator')],
  'item.progressed': (e, f) => agreed(f, e),
  // R58, R91: how it went is told to the one person for whom it was, like whatever else one learns of another
  'item.recipientTold': (e, f, s) => {
    const item = itemOf(f, e);
    if (!item) return known(f, e);
    return [
      ...when(item.outcome === null, 'outstanding', e.itemId, 'facilitator'),
      ...(item.recipient === null
        ? [blocker('unsound', 'itemId', 'facilitator')]
        : [...freezesOfPeople(f, [item.recipient], e.processId), ...whyNotTold(item.recipient, f, e.at, s)]),
    ];
  },
  'item.notKeptReported': (e, f, s) => {
    const item = itemOf(f, e);
    if (e.ground === 'required' || !item) return [];
    return [item.doer, ...(item.recipient ? [item.recipient] : [])].flatMap((id) =>
      whyNotLive(consentKey(id, 'outcomeReport', null, e.recipient), f, e.at, s),
    );
  },
  'agreement.decided': (e, f) => [
    ...tooEarly(f, e.processId),
    ...when(
      e.outcome === 'made' && Object.keys(f.processes[e.processId]?.agreement.items ?? {}).length === 0,
      'item',
      e.processId,
      'facilitator',
    ),
  ],
};
