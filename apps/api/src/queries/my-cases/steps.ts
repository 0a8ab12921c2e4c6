// A person's way so far, where they are, and what may come: from what they did, what was done with them, and what they were
// told. Never from where the process stands: that moves with what others say (R22, R39).
import { consentKey, processTypes, type Id, type ProcessType, type Purpose, type Settings } from '#libs/case';
import { addDays, isAfter, londonDate } from '#libs/time';
import type { Part } from './part.js';
import type { Released } from './released.js';
import type { MyStage } from './stage.js';

/** The names of steps, by when they are: behind, now, ahead. Each has its sentence on the pages, in each language. */
export const stepNames = {
  passed: [
    'spokeWithUs',
    'saidYesToContact',
    'saidYesToPrepare',
    'prepared',
    'saidYesToTakePart',
    'givenALetter',
    'wasTold',
    'met',
  ],
  now: ['asked', 'notNow', 'inContact', 'preparing', 'meetingBooked', 'afterwards', 'ended'],
  later: ['prepareNext', 'meetingNext', 'exchangeNext', 'chooseNext', 'inTouchNext', 'comeBack'],
} as const;
type Place = keyof typeof stepNames;
type NameOf<P extends Place> = (typeof stepNames)[P][number];

/** One step. `at` is an ISO instant: when it was, or by when it is; null where there is no day. */
export interface Step {
  readonly place: Place;
  readonly name: NameOf<Place>;
  readonly at: string | null;
}

/** What one's own process says of itself: see my-process.ts. */
interface OwnSeen {
  readonly id: Id;
  readonly type: ProcessType | null;
  readonly stage: MyStage;
  readonly meeting: { readonly startsAt: string } | null;
  readonly communications: readonly { readonly passedOn: string | null }[];
  readonly consents: readonly { readonly asked: boolean }[];
}
interface Seen {
  readonly stage: MyStage;
  readonly consents: readonly { readonly asked: boolean }[];
  readonly processes: readonly OwnSeen[];
  readonly released: readonly Released[];
}

/** The whole way, oldest first: every step that is behind, the one where they are, and what may come. */
export function stepsOf(part: Part, seen: Seen): Step[] {
  const now = nowOf(part, seen);
  return [
    ...passed(part, seen),
    now,
    ...later(part, seen, now.name).map((name) => ({ place: 'later', name, at: null }) as const),
  ];
}

function passed(part: Part, { processes, released }: Seen): Step[] {
  const { facts, id } = part;
  const step = (name: NameOf<'passed'>, at: string | null | undefined): Step[] =>
    at ? [{ place: 'passed', name, at }] : [];
  const steps = [
    ...step('spokeWithUs', spokeAt(part)),
    ...step('saidYesToContact', yesAt(part, 'contact', null, null)),
    ...processes.flatMap((own) => {
      const { id: processId, type, communications } = own;
      const { preparation } = facts.processes[processId] ?? {};
      return [
        ...step('saidYesToPrepare', yesAt(part, 'prepare', processId, null)),
        ...step('prepared', preparation?.held[id]?.at(-1)),
        ...step('saidYesToTakePart', type && yesAt(part, 'takePart', processId, type)),
        ...communications.flatMap(({ passedOn }) => step('givenALetter', passedOn)),
        ...meetingsOf(part, own).flatMap((begunAt) => step('met', begunAt)),
      ];
    }),
    ...released.flatMap(({ at }) => step('wasTold', at)),
  ];
  return steps.toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
}

/**
 * Meetings that are over for them, by when they began. When and how a meeting ended for others is not for whoever left it:
 * the same is shown to them from the moment they left.
 */
function meetingsOf({ facts, id }: Part, { id: processId, stage }: OwnSeen): string[] {
  const { held = [], session = null } = facts.processes[processId]?.conference ?? {};
  const over = [...held, ...(stage === 'afterwards' && session ? [session] : [])];
  return over.filter(({ attended }) => attended.includes(id)).map(({ begunAt }) => begunAt);
}

/** When the service first spoke with them, or they first asked. */
const spokeAt = ({ facts: { contact, referral, people }, id }: Part): string | null =>
  contact.attempts[id]?.firstReachedAt ??
  referral.offers[id]?.at ??
  referral.askedThemselves[id] ??
  (people.participants[id]?.approach === 'asked' ? people.participants[id].joinedAt : null);

function yesAt({ facts, id }: Part, purpose: Purpose, processId: Id | null, about: string | null): string | null {
  const said = facts.consent.consents[consentKey(id, purpose, processId, about)];
  return said?.answer === 'given' ? said.at : null;
}

/** Where they are. What they are asked comes first; what they put off themselves comes before what goes on without it. */
function nowOf(part: Part, seen: Seen): Step {
  const now = (name: NameOf<'now'>, at: string | null = null): Step => ({ place: 'now', name, at });
  const { stage, processes } = seen;
  if (stage === 'ended') return now('ended');
  const contact = part.facts.consent.consents[consentKey(part.id, 'contact')];
  if (contact?.answer === 'notNow') return now('notNow', contact.reaskOn);
  if (stage === 'meetingBooked') return now(stage, processes.find(({ meeting }) => meeting)?.meeting?.startsAt ?? null);
  if (stage === 'afterwards') return now(stage, nextFollowUp(part, processes));
  return now([seen, ...processes].some(({ consents }) => consents.some(({ asked }) => asked)) ? 'asked' : stage);
}

/** R62: the day by which they are asked how they are, counted from the day of the meeting they were at; null after the last. */
function nextFollowUp(part: Part, processes: readonly OwnSeen[]): string | null {
  const met = processes
    .flatMap((own) => meetingsOf(part, own))
    .toSorted()
    .at(-1);
  if (met === undefined) return null;
  const days = followUps(part.settings).map((count) => addDays(londonDate(met), count));
  return days.find((day) => !isAfter(part.at, `${day}T23:59:59Z`)) ?? null;
}
const followUps = (s: Settings): number[] => [
  s.followUpFirstDays,
  s.followUpSecondDays,
  s.followUpThirdDays,
  s.followUpFourthDays,
];

function later(part: Part, { processes }: Seen, now: Step['name']): NameOf<'later'>[] {
  if (now === 'ended' || now === 'notNow') return ['comeBack'];
  if (now === 'meetingBooked') return ['inTouchNext'];
  if (now === 'afterwards') return ['inTouchNext'];
  const [own] = processes;
  if (!own || !yesAt(part, 'prepare', own.id, null)) return ['prepareNext', 'chooseNext', 'inTouchNext'];
  const exchange = own.type === null ? null : processTypes[own.type].exchange;
  return [exchange === 'meeting' ? 'meetingNext' : exchange === null ? 'chooseNext' : 'exchangeNext', 'inTouchNext'];
}
