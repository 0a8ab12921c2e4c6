// What safeguarding puts before a door: freezes, sign-offs, assessments, orders, approvals (R31 to R38).
import { blocker, when, type Blocker } from '../blocker.js';
import { rowsBefore } from '../by-door.js';
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { sides, prepared } from '../people/taking-part.js';
import type { Settings } from '../settings.js';
import { daysAfter, endedAfter, isAfter, londonMidnightAfter, workingDaysAfter } from '#libs/time';
import { checkpoints, prohibitions, type Checkpoint } from '../vocabulary/safeguarding.js';
import type { Door } from '../vocabulary/stages.js';
import { signerOf, subjectsOf } from './applies.js';
import { checkpointKey } from './facts.js';
import { isDirect } from './flags.js';

/** Doors that an open concern, a pause or a stop keeps shut: contact and progress freeze, records do not (R37). */
const frozen: readonly Door[] = [
  'approach',
  'tellInterest',
  'tellName',
  'consent',
  'preparation',
  'conference',
  'book',
  'begin',
  'resume',
  'pass',
  'tellReceipt',
  'endExchange',
  'victimOnly',
  'share',
  'send',
];

function freezes(door: Door, facts: Facts): Blocker[] {
  if (!frozen.includes(door)) return [];
  const s = facts.safeguarding;
  const open = Object.entries(s.concerns).filter(([, c]) => !c.decision);
  return [
    ...open.map(([id, c]) => blocker('concern', id, 'safeguardingLead', c.at)),
    ...when(s.stoppedAt !== null, 'stopped', 'case', 'safeguardingLead', s.stoppedAt),
    ...when(s.pausedAt !== null, 'paused', 'case', 'facilitator', s.pausedAt),
  ];
}

/** When a sign-off ends; null when it lasts until something new is known. */
export function lastsUntil(checkpoint: Checkpoint, from: string, settings: Settings): string | null {
  const lasts = checkpoints[checkpoint].lasts;
  if (!lasts) return null;
  const count = settings[lasts.setting];
  if (lasts.counts === 'workingDays') return workingDaysAfter(from, count, settings.bankHolidays);
  return lasts.counts === 'days' ? daysAfter(from, count) : londonMidnightAfter(from, count);
}

const checkpointsBefore = rowsBefore(checkpoints);

function signOffs(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  return checkpointsBefore(door).flatMap((c) =>
    subjectsOf(c, facts, about).flatMap((subject) => whyNotSigned(c, subject, facts, at, settings)),
  );
}

/** Why one sign-off does not count at this moment; nothing when it does. */
export function whyNotSigned(
  c: Checkpoint,
  subject: Id | null,
  facts: Facts,
  at: string,
  settings: Settings,
): Blocker[] {
  const key = checkpointKey(c, subject);
  const signed = facts.safeguarding.signOffs[key];
  // Most sign-offs count: who could sign is worked out for those that do not.
  const lacking = (rule: 'checkpoint' | 'refused' | 'lapsed', since?: string) => [
    blocker(rule, key, signerOf(c, subject, facts), since),
  ];
  if (!signed) return lacking('checkpoint');
  if (signed.outcome === 'refused') return lacking('refused', signed.at);
  const informed = facts.safeguarding.informedAt;
  if (informed && isAfter(informed, signed.at)) return lacking('lapsed', informed);
  const until = lastsUntil(c, signed.at, settings);
  return until && isAfter(at, until) ? lacking('lapsed', until) : [];
}

/** R33: each person assessed, not before the latest information, not longer ago than the service allows. */
function assessments(door: Door, facts: Facts, at: string, settings: Settings): Blocker[] {
  const people =
    door === 'consent' || door === 'victimOnly'
      ? sides(facts)
      : ['preparation', 'conference', 'book', 'begin', 'pass'].includes(door)
        ? prepared(facts)
        : [];
  return people.flatMap(([id]) => {
    const a = facts.safeguarding.assessments[id];
    if (!a)
      return door === 'preparation' && !sides(facts).some(([s]) => s === id)
        ? []
        : [blocker('assessment', id, 'facilitator')];
    const informed = facts.safeguarding.informedAt;
    const since = informed && isAfter(informed, a.at) ? informed : endedAfter(a.at, settings.assessmentDays, at);
    return since ? [blocker('assessmentStale', id, 'facilitator', since)] : [];
  });
}

/** R38: orders and licence conditions in force at the moment the thing would happen. */
function orders(door: Door, facts: Facts, at: string): Blocker[] {
  return Object.entries(facts.safeguarding.orders)
    .filter(
      ([, o]) =>
        o.forbids.some((f) => (prohibitions[f].doors as readonly Door[]).includes(door)) &&
        !isAfter(o.from, at) &&
        (o.until === null || isAfter(o.until, at)),
    )
    .map(([id, o]) => blocker('order', id, 'clock', o.from));
}
const approvals = (door: Door, facts: Facts): Blocker[] =>
  door === 'book' || door === 'begin' || door === 'pass'
    ? Object.entries(facts.safeguarding.approvals)
        .filter(([, a]) => !a.approvedAt)
        .map(([id, a]) => blocker('approval', id, 'coordinator', a.neededAt))
    : [];
const indirectOnly = (door: Door, facts: Facts): Blocker[] =>
  when(
    ['conference', 'book', 'begin', 'resume'].includes(door) && facts.safeguarding.indirectOnly && isDirect(facts),
    'indirectOnly',
    'case',
    'safeguardingLead',
  );

export function blockersFor(door: Door, facts: Facts, at: string, settings: Settings, about: string | null): Blocker[] {
  return [
    ...freezes(door, facts),
    ...indirectOnly(door, facts),
    ...signOffs(door, facts, at, settings, about),
    ...assessments(door, facts, at, settings),
    ...orders(door, facts, at),
    ...approvals(door, facts),
  ];
}
