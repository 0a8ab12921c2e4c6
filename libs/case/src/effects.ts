// What must follow a decision, as data: deadlines, messages, tasks. Carried out by the worker, never here.
import { on } from './facilitators/rules.js';
import type { CaseEvent, EventType, Facts } from './facts.js';
import { consentKey } from './consent/facts.js';
import { wentWrong } from './contact/facts.js';
import { followUpKey } from './follow-up/facts.js';
import { checkpointKey } from './safeguarding/facts.js';
import type { Id } from './reducers.js';
import { deadlines, type DeadlineName } from './deadlines/deadlines.js';
import { due } from './deadlines/due.js';
import { notBefore } from './notifications/rules.js';
import { isAbuse } from './safeguarding/flags.js';
import type { Settings } from './settings.js';
import type { NoticeTemplate } from './vocabulary/outcomes.js';
import type { Supplier } from './vocabulary/safeguarding.js';

export type Effect =
  | { type: 'schedule'; name: DeadlineName; about: string; on: string }
  | { type: 'unschedule'; name: DeadlineName; about: string }
  | { type: 'notice.queue'; noticeId: Id; to: Id; template: NoticeTemplate; notBefore: string }
  | { type: 'notice.cancel'; noticeId: Id }
  | Task
  | TaskDone;
/** Something a person must see or do. `assignee` is a staff id when it is for one person, otherwise anyone who is `for`. */
export interface Task {
  type: 'task';
  for: Supplier;
  assignee: Id | null;
  task: string;
  about: string;
}

/** What somebody was to do has been done, by whatever event does it; about anything when `about` is null. */
export interface TaskDone {
  type: 'task.done';
  task: string;
  about: string | null;
}

type Tasks = { [T in EventType]?: (event: Extract<CaseEvent, { type: T }>, after: Facts) => Omit<Task, 'type'>[] };
const leads = (f: Facts): Id | null => on(f, 'lead')[0]?.[0] ?? null;
const forLead = (f: Facts, task: string, about: string) => [
  { for: 'facilitator' as const, assignee: leads(f), task, about },
];

const tasks: Tasks = {
  'case.opened': (e, f) => [
    { for: 'coordinator', assignee: null, task: 'assignFacilitator', about: e.caseId },
    ...(isAbuse(f)
      ? [{ for: 'safeguardingLead' as const, assignee: null, task: 'abuseReferral', about: e.caseId }]
      : []),
  ],
  'facilitator.asked': (e) => [{ for: 'facilitator', assignee: e.staffId, task: 'declareConflict', about: e.staffId }],
  'conflict.declared': (e) => [
    {
      for: 'coordinator',
      assignee: null,
      task: e.connected ? 'assignFacilitator' : 'confirmAssignment',
      about: e.staffId,
    },
  ],
  'facilitator.released': (e, f) =>
    leads(f) ? [] : [{ for: 'coordinator', assignee: null, task: 'assignFacilitator', about: e.staffId }],
  'concern.raised': (e) => [{ for: 'safeguardingLead', assignee: null, task: 'decideConcern', about: e.concernId }],
  'concern.decided': (e, f) => forLead(f, 'concernDecided', e.concernId),
  'contact.attempted': (e, f) =>
    wentWrong(e, f.contact.safe[e.participantId])
      ? [{ for: 'safeguardingLead', assignee: null, task: 'unsafeContact', about: e.participantId }]
      : [],
  'consent.withdrawn': (e, f) => forLead(f, 'withdrawal', e.participantId),
  'checkpoint.refused': (e, f) => forLead(f, 'checkpointRefused', e.checkpoint),
  'preference.stated': (e) => [
    { for: 'coordinator', assignee: null, task: 'answerPreference', about: e.participantId },
  ],
  'item.progressed': (e, f) => [
    ...(f.agreement.items[e.itemId]?.recipient ? forLead(f, 'tellRecipient', e.itemId) : []),
    ...(e.outcome === 'breached'
      ? [
          {
            for: 'supervisor' as const,
            assignee: on(f, 'supervisor')[0]?.[0] ?? null,
            task: 'reviewBreach',
            about: e.itemId,
          },
        ]
      : []),
  ],
  'deadline.passed': (e, f) => {
    const who = deadlines[e.name].tells;
    const assignee =
      who === 'facilitator' ? leads(f) : who === 'supervisor' ? (on(f, 'supervisor')[0]?.[0] ?? null) : null;
    return [{ for: who, assignee, task: e.name, about: e.about }];
  },
};
type Finishes = {
  [T in EventType]?: (event: Extract<CaseEvent, { type: T }>, after: Facts) => [task: string, about: string | null][];
};
/** Which events do what somebody was asked to do. */
const finishes: Finishes = {
  'conflict.declared': (e) => [['declareConflict', e.staffId]],
  'facilitator.assigned': (e, f) => [
    ['declareConflict', e.staffId],
    ['confirmAssignment', e.staffId],
    ...(leads(f) ? [['assignFacilitator', null] as [string, null]] : []),
  ],
  'facilitator.released': (e) => [
    ['declareConflict', e.staffId],
    ['confirmAssignment', e.staffId],
  ],
  'concern.decided': (e) => [['decideConcern', e.concernId]],
  'channel.cleared': (e, f) =>
    f.contact.safe[e.participantId]?.frozen.length === 0 ? [['unsafeContact', e.participantId]] : [],
  'preference.answered': (e) => [['answerPreference', e.participantId]],
  'contact.attempted': (e) => (e.outcome === 'reached' ? [['firstContact', 'case']] : []),
  'followUp.done': (e) => [['followUp', followUpKey(e.participantId, e.point)]],
  'item.progressed': (e) => [['item', e.itemId]],
  'item.recipientTold': (e) => [['tellRecipient', e.itemId]],
  'checkpoint.passed': (e) => [
    ['checkpointLapse', checkpointKey(e.checkpoint, e.about)],
    ...(e.checkpoint === 'breach' && e.about ? [['reviewBreach', e.about] as [string, string]] : []),
  ],
  'consent.given': (e) => [
    ['consentLapse', consentKey(e.participantId, e.purpose, e.about)],
    ['reask', consentKey(e.participantId, e.purpose, e.about)],
  ],
};
const finishedBy = (event: CaseEvent, after: Facts): [string, string | null][] =>
  (finishes[event.type] as ((e: CaseEvent, f: Facts) => [string, string | null][]) | undefined)?.(event, after) ?? [];

const tasksOf = (event: CaseEvent, after: Facts): Omit<Task, 'type'>[] =>
  (tasks[event.type] as ((e: CaseEvent, f: Facts) => Omit<Task, 'type'>[]) | undefined)?.(event, after) ?? [];

/** Everything that follows from an event: the difference between what was due and queued before, and is now, and what somebody must see. */
export function effectsOf(before: Facts | null, after: Facts, event: CaseEvent, settings: Settings): Effect[] {
  const was = new Map(before ? due(before, settings).map((d) => [`${d.name}|${d.about}`, d]) : []);
  const is = new Map(due(after, settings).map((d) => [`${d.name}|${d.about}`, d]));
  const queuedBefore = before?.post.queued ?? {};
  const sent = event.type === 'notice.sent' ? event.noticeId : null;
  return [
    ...[...was]
      .filter(([k, d]) => is.get(k)?.on !== d.on)
      .map(([, d]): Effect => ({ type: 'unschedule', name: d.name, about: d.about })),
    ...[...is].filter(([k, d]) => was.get(k)?.on !== d.on).map(([, d]): Effect => ({ type: 'schedule', ...d })),
    ...Object.keys(queuedBefore)
      .filter((id) => !after.post.queued[id] && id !== sent)
      .map((noticeId): Effect => ({ type: 'notice.cancel', noticeId })),
    ...Object.entries(after.post.queued)
      .filter(([id]) => !queuedBefore[id])
      .map(([noticeId, n]): Effect => ({
        type: 'notice.queue',
        noticeId,
        to: n.to,
        template: n.template,
        notBefore: notBefore(n, after, settings),
      })),
    ...finishedBy(event, after).map(([task, about]): Effect => ({ type: 'task.done', task, about })),
    ...tasksOf(event, after).map((t): Effect => ({ type: 'task', ...t })),
  ];
}
