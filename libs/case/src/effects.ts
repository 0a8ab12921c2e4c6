// What must follow a decision, as data: deadlines, messages, tasks. Carried out by the worker, never here.
import { on } from './facilitators/rules.js';
import type { CaseEvent, EventOf, EventType, Facts } from './facts.js';
import { capacityKey } from './consent/capacity.js';
import { keyOf } from './consent/facts.js';
import { helpKey, wentWrong } from './contact/facts.js';
import { followUpKey } from './follow-up/facts.js';
import { checkpointKey } from './safeguarding/sign-offs.js';
import type { Id } from './reducers.js';
import { deadlines, type DeadlineName } from './deadlines/deadlines.js';
import { deadlineKey, due } from './deadlines/due.js';
import { notBefore } from './notifications/rules.js';
import { isAbuse } from './safeguarding/flags.js';
import type { Settings } from './settings.js';
import type { StoredCase } from './stored.js';
import { helpKinds } from './vocabulary/help.js';
import { leavingReasons, type NoticeTemplate } from './vocabulary/outcomes.js';
import type { Supplier } from './vocabulary/safeguarding.js';
import type { CaseTask } from './vocabulary/tasks.js';

export type Effect =
  | { type: 'schedule'; name: DeadlineName; processId: Id | null; about: string; on: string }
  | { type: 'unschedule'; name: DeadlineName; processId: Id | null; about: string }
  | {
      type: 'notice.queue';
      noticeId: Id;
      to: Id;
      template: NoticeTemplate;
      processId: Id | null;
      notBefore: string;
    }
  | { type: 'notice.cancel'; noticeId: Id }
  | Task
  | TaskDone;
/** Something a person must see or do. `assignee` is a staff id when it is for one person, otherwise anyone who is `for`. */
export interface Task {
  type: 'task';
  for: Supplier;
  assignee: Id | null;
  task: string;
  processId: Id | null;
  about: string;
}

/** What somebody was to do has been done, by whatever event does it; about anything when `about` is null. */
export interface TaskDone {
  type: 'task.done';
  task: string;
  processId: Id | null;
  about: string | null;
}

type Tasks = { [T in EventType]?: (event: EventOf<T>, after: Facts) => Omit<Task, 'type'>[] };
const leads = (f: Facts): Id | null => on(f, 'lead')[0]?.[0] ?? null;
const processOf = (e: CaseEvent): Id | null => ('processId' in e ? (e.processId ?? null) : null);
/** The process whose tasks an event finishes; null for those of the case: a first contact is one whatever process it was about. */
const ofTask = (e: CaseEvent): Id | null => (e.type === 'contact.attempted' ? null : processOf(e));
/** A task for whoever has a role or duty; for the lead and the supervisor, the person who has it. */
const taskFor = (
  who: Supplier,
  task: CaseTask | DeadlineName,
  about: string,
  f: Facts,
  processId: Id | null = null,
) => ({
  for: who,
  assignee: who === 'facilitator' ? leads(f) : who === 'supervisor' ? (on(f, 'supervisor')[0]?.[0] ?? null) : null,
  task,
  processId,
  about,
});
const left = (e: EventOf<'participant.left' | 'member.left'>, f: Facts): Omit<Task, 'type'>[] => {
  const { tells } = leavingReasons[e.reason];
  return tells ? [taskFor(tells, 'somebodyLeft', e.participantId, f, processOf(e))] : [];
};

const tasks: Tasks = {
  'case.opened': (e, f) => [
    taskFor('coordinator', 'assignFacilitator', e.caseId, f),
    ...(isAbuse(f) ? [taskFor('safeguardingLead', 'abuseReferral', e.caseId, f)] : []),
  ],
  'facilitator.asked': (e, f) => [{ ...taskFor('facilitator', 'declareConflict', e.staffId, f), assignee: e.staffId }],
  'conflict.declared': (e, f) => [
    taskFor('coordinator', e.connected ? 'assignFacilitator' : 'confirmAssignment', e.staffId, f),
    // The case needs another holder of whatever they were to it; who else may is a manager's to find.
    ...(e.connected ? [taskFor('manager', 'findAnother', e.staffId, f)] : []),
  ],
  'facilitator.released': (e, f) => (leads(f) ? [] : [taskFor('coordinator', 'assignFacilitator', e.staffId, f)]),
  'concern.raised': (e, f) => [taskFor('safeguardingLead', 'decideConcern', e.concernId, f, processOf(e))],
  'concern.decided': (e, f) => [taskFor('facilitator', 'concernDecided', e.concernId, f)],
  'approach.confirmed': (e, f) =>
    e.basis === 'objected' ? [taskFor('facilitator', 'leaveTakenBack', e.participantId, f)] : [],
  'words.received': (_e, f) => [taskFor('coordinator', 'readWords', f.caseId, f)],
  'contact.attempted': (e, f) =>
    wentWrong(e, f.contact.safe[e.participantId])
      ? [taskFor('safeguardingLead', 'unsafeContact', e.participantId, f)]
      : [],
  'consent.withdrawn': (e, f) => [taskFor('facilitator', 'withdrawal', e.participantId, f, processOf(e))],
  'participant.left': left,
  'member.left': left,
  'checkpoint.refused': (e, f) => [taskFor('facilitator', 'checkpointRefused', e.checkpoint, f, processOf(e))],
  'communication.takenBack': (e, f) => [taskFor('facilitator', 'takenBack', e.communicationId, f, e.processId)],
  'preference.stated': (e, f) => [taskFor('coordinator', 'answerPreference', e.participantId, f)],
  'help.asked': (e, f) => [taskFor(helpKinds[e.kind].for, 'answerHelp', helpKey(e.participantId, e.kind), f)],
  'item.progressed': (e, f) => [
    ...(f.processes[e.processId]?.agreement.items[e.itemId]?.recipient
      ? [taskFor('facilitator', 'tellRecipient', e.itemId, f, e.processId)]
      : []),
    ...(e.outcome === 'notKept' ? [taskFor('supervisor', 'reviewNotKept', e.itemId, f, e.processId)] : []),
  ],
  // most checks of an age find nothing, and ask nobody for anything
  'deadline.passed': (e, f) =>
    e.name === 'ageCheck' && e.age === undefined
      ? []
      : [taskFor(deadlines[e.name].tells, e.name, e.about, f, processOf(e))],
};
/** What somebody was to do has been done; about anything when `about` is null. */
type Finished = [task: CaseTask | DeadlineName, about: string | null];
type Finishes = { [T in EventType]?: (event: EventOf<T>, after: Facts) => Finished[] };
/** Which events do what somebody was asked to do. */
const finishes: Finishes = {
  'conflict.declared': (e) => [['declareConflict', e.staffId]],
  'facilitator.assigned': (e, f) => [
    ['declareConflict', e.staffId],
    ['confirmAssignment', e.staffId],
    ...(leads(f) ? [['assignFacilitator', null] as Finished] : []),
  ],
  'facilitator.released': (e) => [
    ['declareConflict', e.staffId],
    ['confirmAssignment', e.staffId],
  ],
  'capacity.assessed': (e) => [['capacityAgain', capacityKey(e)]],
  'words.read': () => [['readWords', null]],
  'concern.decided': (e) => [['decideConcern', e.concernId]],
  'channel.cleared': (e, f) =>
    f.contact.safe[e.participantId]?.frozen.length === 0 ? [['unsafeContact', e.participantId]] : [],
  'preference.answered': (e) => [['answerPreference', e.participantId]],
  'help.answered': (e) => [
    ['answerHelp', helpKey(e.participantId, e.kind)],
    ['help', helpKey(e.participantId, e.kind)],
  ],
  'contact.attempted': (e) => (e.outcome === 'reached' ? [['firstContact', 'case']] : []),
  'followUp.done': (e) => [['followUp', followUpKey(e.participantId, e.point)]],
  'item.progressed': (e) => [['item', e.itemId]],
  'item.recipientTold': (e) => [['tellRecipient', e.itemId]],
  'deviation.reviewed': (e) => [['reviewDeviation', e.deviationId]],
  'checkpoint.passed': (e) => [
    ['checkpointLapse', checkpointKey(e.checkpoint, e.about)],
    ...(e.checkpoint === 'notKept' && e.about ? [['reviewNotKept', e.about] as Finished] : []),
  ],
  'consent.given': (e) => [
    ['consentLapse', keyOf(e)],
    ['reask', keyOf(e)],
  ],
};
const ofEvent = <R>(table: object, event: CaseEvent, after: Facts): R[] =>
  (table as Partial<Record<EventType, (e: CaseEvent, f: Facts) => R[]>>)[event.type]?.(event, after) ?? [];

/** Everything that follows from an event: the difference between what was due and queued before, and is now, and what somebody must see. */
export function effectsOf(
  before: StoredCase | null,
  after: StoredCase,
  event: CaseEvent,
  settings: Settings,
): Effect[] {
  const facts = after.facts;
  const was = new Map(before ? due(before.facts, settings).map((d) => [deadlineKey(d), d]) : []);
  const is = new Map(due(facts, settings).map((d) => [deadlineKey(d), d]));
  const queuedBefore = before?.facts.post.queued ?? {};
  const sent = event.type === 'notice.sent' ? event.noticeId : null;
  return [
    ...[...was]
      .filter(([k, d]) => is.get(k)?.on !== d.on)
      .map(([, { name, processId, about }]): Effect => ({ type: 'unschedule', name, processId, about })),
    ...[...is].filter(([k, d]) => was.get(k)?.on !== d.on).map(([, d]): Effect => ({ type: 'schedule', ...d })),
    ...Object.keys(queuedBefore)
      .filter((id) => !facts.post.queued[id] && id !== sent)
      .map((noticeId): Effect => ({ type: 'notice.cancel', noticeId })),
    ...Object.entries(facts.post.queued)
      .filter(([id]) => !queuedBefore[id])
      .map(([noticeId, n]): Effect => ({
        type: 'notice.queue',
        noticeId,
        to: n.to,
        template: n.template,
        processId: n.processId,
        notBefore: notBefore(n, facts, settings),
      })),
    ...ofEvent<Finished>(finishes, event, facts).map(([task, about]): Effect => ({
      type: 'task.done',
      task,
      processId: ofTask(event),
      about,
    })),
    ...ofEvent<Omit<Task, 'type'>>(tasks, event, facts).map((t): Effect => ({ type: 'task', ...t })),
  ];
}
