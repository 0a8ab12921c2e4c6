// The queue of the safeguarding lead: what is stopped first, then what waits for a sign-off, then what is to be looked at; by risk, then by age.
import { commandFor, suppliedBy } from '../../../command-form/supplied-by.js';
import type { WorkModel, WorkRow } from '../../../kit/work/work.js';
import type { Speaker } from '../../../locale/speaker.js';
import { caseAddress, formAddress } from '../addresses.js';
import { formFor } from '../forms-of-commands.js';
import { taskAddress } from '../task-forms.js';
import type { StaffDecisionsQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;
type Waits = StaffDecisionsQuery['waiting']['edges'][number]['node'];
type Task = StaffDecisionsQuery['tasks']['edges'][number]['node'];

/** What a decision is about: the filters of the queue, in their order. */
export const kinds = ['concern', 'abuse', 'stopped', 'signOff', 'channel', 'review'] as const;
export type Kind = (typeof kinds)[number];

/** One decision that waits. */
interface Decision {
  readonly kind: Kind;
  readonly risk: number;
  readonly since: string;
  readonly row: WorkRow;
}

const tasksOf: Readonly<Record<string, Kind>> = {
  abuseReferral: 'abuse',
  harmerInitiatedAbuse: 'abuse',
  domesticAbuseContradicted: 'abuse',
  decideConcern: 'concern',
  unsafeContact: 'channel',
};
const stops: ReadonlySet<string> = new Set(['stopped', 'paused', 'indirectOnly']);
const signing: ReadonlySet<string> = new Set(['checkpoint', 'refused', 'lapsed']);

/** Found high first, then any other flag, then none. */
const riskOf = (flags: readonly string[]): number => (flags.includes('highRisk') ? 2 : flags.length > 0 ? 1 : 0);

/** Every decision that waits, in the order in which it is shown. */
export function decisionsIn(answer: StaffDecisionsQuery, speaker: Speaker<Own>): readonly Decision[] {
  const open = answer.concerns.edges.map(({ node }) => concern(node, speaker));
  const concerned = new Set(answer.concerns.edges.map(({ node }) => node.id));
  const waiting = answer.waiting.edges
    .filter(({ node }) => node.waiting?.rule !== 'concern' || !concerned.has(node.id))
    .map(({ node }) => waits(node, speaker));
  const paused = (answer.measures?.paused.edges ?? []).map(({ node }): Decision => ({
    kind: 'stopped',
    risk: 0,
    since: node.openedAt,
    row: {
      what: speaker.say('pausedByTeam'),
      why: node.lead?.name ?? speaker.say('noLead'),
      ref: node.reference,
      age: '',
      since: '',
      href: formAddress(node.id, 'lift-freeze'),
    },
  }));
  // A concern stands in the queue once, by its case.
  const tasks = answer.tasks.edges
    .map(({ node }) => node)
    .filter(({ task, caseId }) => task !== 'decideConcern' || !concerned.has(caseId))
    .map((node) => taskRow(node, speaker));
  return [...open, ...waiting, ...paused, ...tasks].toSorted(
    (a, b) => b.risk - a.risk || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
}

/** The groups of the page; of one kind alone where `only` says so. */
export function queueOf(decisions: readonly Decision[], only: Kind | null, { say }: Speaker<Own>): WorkModel[] {
  const shown = only === null ? decisions : decisions.filter(({ kind }) => kind === only);
  const rows = (...wanted: Kind[]) => shown.filter(({ kind }) => wanted.includes(kind)).map(({ row }) => row);
  return [
    { id: 'hard', title: say('hard'), shape: 'stop', kind: 'danger', rows: rows('concern', 'abuse', 'stopped') },
    { id: 'sign', title: say('sign'), shape: 'shield', kind: 'warn', rows: rows('signOff') },
    { id: 'look', title: say('look'), shape: 'eye', rows: rows('channel', 'review') },
  ];
}

const why = ({ flags, lead }: Waits, { say, name }: Speaker<Own>): string =>
  [...(flags ?? []).map((flag) => name('riskFlags', flag)), lead?.name ?? say('noLead')].join(' · ');

const when = (since: string, { age, day, say }: Speaker<Own>) => ({
  age: age(since),
  since: say('days.since', { day: day(since) }),
});

function concern(found: Waits, speaker: Speaker<Own>): Decision {
  const since = sinceOf(found, speaker);
  const row = {
    what: speaker.say('concernOpen'),
    why: why(found, speaker),
    ref: found.reference,
    ...when(since, speaker),
    href: formAddress(found.id, 'decide-concern'),
  };
  return { kind: 'concern', risk: riskOf(found.flags ?? []), since, row };
}

const sinceOf = ({ waiting, stageSince }: Waits, { now }: Speaker<Own>): string => waiting?.since ?? stageSince ?? now;

/** A case whose next step waits for the safeguarding lead. */
function waits(found: Waits, speaker: Speaker<Own>): Decision {
  const { id, reference, waiting } = found;
  const rule = waiting?.rule ?? '';
  const form = formFor(suppliedBy(rule));
  const next = commandFor(waiting?.nextStep ?? '');
  const step = next === null ? '' : speaker.name('steps', next);
  const kind = rule === 'concern' ? 'concern' : stops.has(rule) ? 'stopped' : signing.has(rule) ? 'signOff' : 'review';
  const what = kind === 'stopped' ? speaker.say('isStopped') : kind === 'concern' ? speaker.say('concernOpen') : step;
  const since = sinceOf(found, speaker);
  const row = {
    what: kind === 'signOff' ? speaker.say('before', { step }) : what,
    why: why(found, speaker),
    ref: reference,
    ...when(since, speaker),
    href: form ? formAddress(id, form.address) : caseAddress(id),
    ...(kind === 'signOff' && {
      chase: { text: speaker.say('refuse'), href: formAddress(id, 'refuse-checkpoint') },
    }),
  };
  return { kind, risk: riskOf(found.flags ?? []), since, row };
}

function taskRow(task: Task, speaker: Speaker<Own>): Decision {
  const row = {
    what: speaker.name('tasks', task.task),
    why: task.flags.map((flag) => speaker.name('riskFlags', flag)).join(' · '),
    ref: task.reference,
    ...when(task.since, speaker),
    href: taskAddress(task),
    chase: { text: speaker.say('picture'), href: caseAddress(task.caseId, 'risk') },
  };
  return { kind: tasksOf[task.task] ?? 'review', risk: riskOf(task.flags), since: task.since, row };
}
