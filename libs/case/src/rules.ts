// Everything that stands, at this moment, between a case or one of its processes and a door, in the order people should read it. The guard asks here, and so does the explanation.
import { beforeAgreeing, beforeReporting } from './agreement/rules.js';
import { blocker, when, type Blocker } from './blocker.js';
import { beforeEnding } from './closing/rules.js';
import { beforePassing, beforeTellingReceipt } from './communication/rules.js';
import { beforeBeginning, beforeBooking, beforeResuming } from './conference/rules.js';
import { whyNotLive } from './consent/rules.js';
import { consentKey } from './consent/facts.js';
import * as contact from './contact/rules.js';
import * as facilitators from './facilitators/rules.js';
import type { Facts } from './facts.js';
import * as post from './notifications/rules.js';
import { beforeTelling } from './people/releases.js';
import { whyNotOfKind } from './preparation/rules.js';
import { delivered, going, takingPart } from './process/members.js';
import { acknowledgement, seatsReady, whyNotReady } from './process/readiness.js';
import type { ProcessQuestion, Question, Step, Subject } from './question.js';
import * as safeguarding from './safeguarding/rules.js';
import type { Settings } from './settings.js';
import { doors, type Door } from './vocabulary/stages.js';

/** What stands before each door of a process, beside what safeguarding puts before all of them. */
const ofProcess: Partial<Record<Door, (q: ProcessQuestion) => Blocker[]>> = {
  consent: (q) => [...acknowledged(q, 'suitability'), ...seatsReady(q, 'suitability')],
  preparation: (q) => [...suitable(q), ...acknowledged(q), ...seatsReady(q, 'preparation')],
  prepare: (q) => {
    const { about, facts, at, settings, processId } = q;
    if (!about) return [];
    return [
      ...suitable(q),
      ...contact.mayApproach(about, facts),
      ...contact.unreachable(about, facts, at, settings),
      ...contact.needsUnasked(about, facts),
      ...whyNotLive(consentKey(about, 'prepare', processId), facts, at, settings),
      ...whyNotReady(q, about, 'preparation'),
    ];
  },
  arrange: (q) => [
    ...suitable(q),
    ...acknowledged(q),
    ...whyNotOfKind(q, 'meeting', 'communication'),
    ...seatsReady(q, 'arrange'),
  ],
  book: (q) => [...suitable(q), ...acknowledged(q), ...beforeBooking(q)],
  begin: (q) => [...suitable(q), ...acknowledged(q), ...beforeBeginning(q)],
  resume: (q) => [...acknowledged(q), ...beforeResuming(q)],
  pass: (q) => [...suitable(q), ...acknowledged(q), ...beforePassing(q)],
  tellReceipt: beforeTellingReceipt,
  // what was passed on is delivered: ending asks for nobody's consent (R90)
  endExchange: ({ process, processId }) => when(!delivered(process), 'outstanding', processId, 'facilitator'),
  harmedOnly: (q) => [...whyNotOfKind(q, 'none'), ...seatsReady(q, 'arrange')],
  agree: beforeAgreeing,
  reportNotKept: beforeReporting,
  end: beforeEnding,
};
/** R86: the decision on suitability holds at every later door, and a later decision supersedes it. */
const suitable = ({ process, processId }: ProcessQuestion): Blocker[] =>
  when(
    process.suitability.decided?.suitable !== true,
    'outstanding',
    `${processId},suitability`,
    'facilitator',
    process.suitability.decided?.at,
  );

/** R86: of each responsible member, whoever else of that part has come further. One who said no, or not now, is not among them. */
const acknowledged = (q: ProcessQuestion, step: Step = 'preparation'): Blocker[] =>
  takingPart(q.facts, q.processId).flatMap((id) => acknowledgement(q, id, step));

/** What stands before each door of the case. */
const ofCase: Partial<Record<Door, (q: Question) => Blocker[]>> = {
  approach: contact.blockersFor,
  reachOut: contact.blockersFor,
  tellInterest: (q) => beforeTelling(q, 'interest'),
  tellName: (q) => beforeTelling(q, 'nameKnown'),
  send: post.blockersFor,
  close: (q) =>
    going(q.facts).flatMap(([processId, process]) => ofOneProcess({ ...q, door: 'end', processId, process })),
};
const ofOneProcess = (q: ProcessQuestion): Blocker[] =>
  distinct([...safeguarding.blockersForProcess(q), ...(ofProcess[q.door]?.(q) ?? [])]);
/** Each reason once, where it first stands. */
const distinct = (blockers: readonly Blocker[]): Blocker[] =>
  [...new Map(blockers.toReversed().map((b) => [`${b.rule} ${b.about}`, b])).values()].toReversed();

/** Whom a door of the case is opened for: those named, or the receiver of a message. */
const peopleOf = ({ about }: Question) => about?.split('|') ?? [];

/**
 * Why a door is shut; empty when it is open. `at` is the ISO instant asked about. A door of a process that is not named, or
 * is not there, is shut.
 */
export function blockersBefore(
  door: Door,
  facts: Facts,
  at: string,
  settings: Settings,
  { about = null, processId = null, attendees, meetsAt = at }: Subject = {},
): Blocker[] {
  if (door === 'record') return [];
  const q: Question = { door, facts, processId, at, settings, about, attendees: attendees ?? null, meetsAt };
  if (doors[door].of === 'process') {
    const process = processId === null ? undefined : facts.processes[processId];
    if (!process || processId === null) return [blocker('unknown', 'processId', 'facilitator')];
    return [...facilitators.blockersFor(q), ...ofOneProcess({ ...q, process, processId })];
  }
  return [
    ...facilitators.blockersFor(q),
    ...(doors[door].freezes ? safeguarding.freezesOfPeople(facts, peopleOf(q), processId) : []),
    ...safeguarding.blockersFor(q),
    ...(ofCase[door]?.(q) ?? []),
  ];
}
