// What needs me, in the order of Today: safety; today's meeting; what is due; what waits for me; what waits on others.
import { commandFor } from '../../../command-form/supplied-by.js';
import type { WorkModel, WorkRow } from '../../../kit/work/work.js';
import type { Speaker } from '../../../locale/speaker.js';
import { isFor } from '../../../server/area.js';
import { caseAddress } from '../addresses.js';
import type { StaffTodayQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
type Found = StaffTodayQuery['caseload']['edges'][number]['node'];
type Task = StaffTodayQuery['tasks']['edges'][number]['node'];

/** Somebody said that they, or a child, are not safe now: above everything else. */
const ofNow: ReadonlySet<string> = new Set(['urgent']);
/** Tasks that come before all others: somebody may not be safe. */
const ofSafety: ReadonlySet<string> = new Set([
  ...ofNow,
  'cautionInWords',
  'harmerInitiatedAbuse',
  'abuseNotKnown',
  'initiatorNotKnown',
  'decideConcern',
  'concernDecided',
  'unsafeContact',
  'checkpointRefused',
  'abuseReferral',
  'withdrawal',
  'somebodyLeft',
  'reviewNotKept',
  'reviewDeviation',
  'emergencyAccess',
]);
/** Those of whoever was asked to take a case: they have a place of their own. */
const ofAsking: ReadonlySet<string> = new Set(['declareConflict']);

/** Roles of the whole service: what waits for one of them is nothing that somebody else of the case can do. */
const ofRoles: ReadonlySet<string> = new Set(['coordinator', 'manager', 'safeguardingLead']);

export interface Today {
  readonly groups: readonly WorkModel[];
  /** Cases that the reader was asked to take, and has not declared about. */
  readonly offers: readonly { readonly reference: string; readonly href: string }[];
  /** How many matters of safety, how many due. */
  readonly safety: number;
  readonly due: number;
}

export function todayOf({ me, tasks, caseload }: StaffTodayQuery, speaker: Speaker<Own>): Today {
  const cases = caseload.edges.map(({ node }) => node);
  const known = new Map(cases.map((found) => [found.id, found]));
  const mine = tasks.edges
    .map(({ node }) => node)
    .filter((one) => !ofAsking.has(one.task) && (!ofRoles.has(one.for) || isFor([one.for], me?.roles)));
  const rowsOf = (wanted: (task: Task) => boolean) => mine.filter(wanted).map((task) => taskRow(task, known, speaker));
  const workedOn = cases.filter(({ participants }) => participants !== null);
  const safety = [
    ...rowsOf(({ task }) => ofNow.has(task)),
    ...workedOn.filter(({ openConcerns }) => (openConcerns ?? 0) > 0).map((found) => concernRow(found, speaker)),
    ...rowsOf(({ task }) => ofSafety.has(task) && !ofNow.has(task)),
  ];
  const meeting = [
    ...workedOn
      .filter(({ step }) => step === 'underWay' || step === 'interrupted')
      .map((found) => meetingRow(found, speaker)),
    ...rowsOf(({ task }) => task === 'meeting'),
  ];
  const due = rowsOf(({ task }) => task !== 'meeting' && !ofSafety.has(task));
  const waiting = (forMe: boolean) =>
    workedOn
      .filter(({ waiting: one }) => one !== null && (one.on === 'facilitator') === forMe && one.on !== 'clock')
      .map((found) => waitingRow(found, speaker));
  const group = (
    id: Own,
    shape: WorkModel['shape'],
    rows: readonly WorkRow[],
    kind?: 'danger' | 'warn',
  ): WorkModel => ({
    id,
    title: speaker.say(id),
    shape,
    rows,
    ...(kind && { kind }),
  });
  return {
    groups: [
      group('safety', 'shield', safety, 'danger'),
      group('meeting', 'calendar', meeting),
      group('due', 'clock', due, 'warn'),
      group('forMe', 'go', waiting(true)),
      group('onOthers', 'wait', waiting(false)),
    ],
    offers: cases
      .filter(({ declaration }) => declaration === 'awaited')
      .map(({ id, reference }) => ({ reference, href: caseAddress(id, 'asked') })),
    safety: safety.length,
    due: due.length,
  };
}

const whose = ({ participants }: Found, { name }: Speaker<Own>): string =>
  (participants ?? [])
    .filter(({ left }) => !left)
    .map((person) => person.name ?? name('roles', person.role))
    .join(', ');

function taskRow(one: Task, known: ReadonlyMap<string, Found>, speaker: Speaker<Own>): WorkRow {
  const { caseId, reference, task, since } = one;
  const found = known.get(caseId);
  return {
    what: speaker.name('tasks', task),
    why: found ? whose(found, speaker) : '',
    ref: reference,
    age: speaker.age(since),
    since: speaker.say('days.since', { day: speaker.day(since) }),
    href: caseAddress(caseId, task === 'meeting' ? 'day' : ''),
  };
}

const concernRow = (found: Found, speaker: Speaker<Own>): WorkRow => ({
  what: speaker.say('concernOpen'),
  why: `${whose(found, speaker)}. ${speaker.say('frozen')}`,
  ref: found.reference,
  age: found.waiting?.since ? speaker.age(found.waiting.since) : '',
  since: found.waiting?.since ? speaker.say('days.since', { day: speaker.day(found.waiting.since) }) : '',
  href: caseAddress(found.id),
});

const meetingRow = (found: Found, speaker: Speaker<Own>): WorkRow => ({
  what: speaker.name('conferenceSteps', found.step ?? ''),
  why: whose(found, speaker),
  ref: found.reference,
  age: '',
  since: '',
  href: caseAddress(found.id, 'day'),
});

/** What a case waits to take: the step, who it waits for, and since when. */
function waitingRow(found: Found, speaker: Speaker<Own>): WorkRow {
  const { id, reference, waiting } = found;
  const verb = commandFor(waiting?.nextStep ?? '');
  const since = waiting?.since ?? found.stageSince ?? speaker.now;
  return {
    what: verb === null ? speaker.name('stages', found.stage) : speaker.name('steps', verb),
    why: [whose(found, speaker), waiting?.on === 'facilitator' ? '' : speaker.name('suppliers', waiting?.on ?? '')]
      .filter((part) => part !== '')
      .join(' · '),
    ref: reference,
    age: speaker.age(since),
    since: speaker.say('days.since', { day: speaker.day(since) }),
    href: caseAddress(id),
  };
}
