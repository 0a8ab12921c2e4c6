// The templates that cases of a fill are copied from: some hundred lives as rows, with what they left in journal, tasks and messages.
import { decide, summary, type CaseEvent, type Id, type Settings } from '#libs/case';
import { live, type Life, type Team } from './lives.js';

/** What figures count in a journal, and sign-offs. The rest of a journal is left out: it would be nine tenths of the database. */
const counted = new Set<string>([
  'case.opened',
  'contact.attempted',
  'suitability.decided',
  'preparation.begun',
  'preparation.completed',
  'process.typeChosen',
  'conference.ended',
  'conference.recorded',
  'communication.passed',
  'harmedOnly.completed',
  'case.closed',
  'case.reopened',
  'participant.left',
  'checkpoint.passed',
  'checkpoint.refused',
  'deviation.reviewed',
]);

/** A message that waited this long has gone out; a task this old has been done. */
const DONE_AFTER = 14 * 86_400_000;

/** Columns of the templates, for `json_to_recordset` and for the tables they are kept in. */
export const columns = {
  life: `n int, case_id text, revision int, machine_version int, state jsonb, facts jsonb, people jsonb, stage text, step text, stage_since timestamptz, next_step text, staff_ids text[], undeclared_ids text[], lead_id text, process_type text, direct text,
    waiting_on text, waiting_rule text, waiting_since timestamptz, open_concerns int, unreviewed_deviations int, sensitive boolean, flags text[], points int, opened_at timestamptz, updated_at timestamptz, closed_at timestamptz, closed_because text, fit boolean`,
  entry: 'n int, seq int, at timestamptz, by text, type text, event jsonb',
  task: 'n int, supplier text, assignee_id text, task text, process_id uuid, about text, since timestamptz, done_at timestamptz, done_by text',
  notice:
    'n int, id text, recipient_id uuid, process_id uuid, template text, not_before timestamptz, queued_at timestamptz, cancelled_at timestamptz, sent_at timestamptz',
} as const;
export type Template = keyof typeof columns;
type Row = Record<string, unknown>;

/** Templates of the first `count` lives, as rows for the tables of `columns`. The lives are those of `now`. */
export function templates(
  count: number,
  team: Team,
  settings: Settings,
  now: Date,
  id: () => Id,
): Record<Template, Row[]> {
  const lives = Array.from({ length: count }, (_, n) => live(n, team, settings, now, id));
  return {
    life: lives.map((one, n) => caseRow(one, n, team, settings, now)),
    entry: lives.flatMap(entriesOf),
    task: lives.flatMap((one, n) => tasksOf(one, n, now)),
    notice: lives.flatMap((one, n) => noticesOf(one, n, now)),
  };
}

function caseRow({ caseId, stored, learnt }: Life, n: number, team: Team, settings: Settings, now: Date): Row {
  const at = now.toISOString();
  const s = summary(stored, at, settings);
  const courtDate = {
    type: 'justice.updated',
    at,
    by: team.coordinator,
    justiceStage: 'preSentence',
    courtDate: '2030-01-01',
  } as CaseEvent;
  const decision = decide(stored, courtDate, settings);
  return {
    n,
    case_id: caseId,
    revision: stored.facts.learnt,
    machine_version: stored.machineVersion,
    state: stored.state,
    facts: stored.facts,
    people: s.participants.map((p) => ({ id: p.participantId, person_id: p.personId, role: p.role })),
    stage: s.stage,
    step: s.step,
    stage_since: s.stageSince,
    next_step: s.nextStep,
    staff_ids: s.staffIds,
    undeclared_ids: s.undeclaredIds,
    lead_id: s.leadId,
    process_type: s.processType,
    direct: s.direct,
    waiting_on: s.waitingOn,
    waiting_rule: s.waitingRule,
    waiting_since: s.waitingSince,
    open_concerns: s.openConcerns,
    unreviewed_deviations: s.unreviewedDeviations,
    sensitive: s.sensitive,
    flags: s.flags,
    points: s.points,
    opened_at: s.openedAt,
    updated_at: learnt.at(-1)?.event.at,
    closed_at: s.closedAt,
    closed_because: s.closedBecause,
    fit: decision.ok && decision.effects.some((effect) => effect.type === 'schedule' && effect.name === 'sentence'),
  };
}

function entriesOf({ learnt }: Life, n: number): Row[] {
  return learnt.flatMap(({ event: { at, by, type, ...event } }, before) =>
    counted.has(type) || event.deviations?.length ? [{ n, seq: before + 1, at, by, type, event }] : [],
  );
}

function tasksOf({ learnt }: Life, n: number, now: Date): Row[] {
  const tasks: Row[] = [];
  for (const { event, effects } of learnt)
    for (const effect of effects) {
      if (effect.type === 'task.done') {
        for (const task of tasks)
          if (
            task['task'] === effect.task &&
            (effect.about ?? task['about']) === task['about'] &&
            (effect.processId ?? task['process_id']) === task['process_id']
          )
            finish(task, event.at, event.by);
      } else if (effect.type === 'task') {
        const { for: supplier, assignee: assignee_id, task, processId: process_id, about } = effect;
        const key = [supplier, task, process_id, about];
        if (
          !tasks.some(
            (one) =>
              !one['done_at'] &&
              [one['supplier'], one['task'], one['process_id'], one['about']].every((v, i) => v === key[i]),
          )
        )
          tasks.push({
            n,
            supplier,
            assignee_id,
            task,
            process_id,
            about,
            since: event.at,
            done_at: null,
            done_by: null,
          });
      }
    }
  for (const task of tasks) {
    const done = Date.parse(String(task['since'])) + DONE_AFTER;
    if (done < now.getTime()) finish(task, new Date(done).toISOString(), null);
  }
  return tasks;
}

function finish(task: Row, at: string, by: string | null): void {
  if (!task['done_at']) Object.assign(task, { done_at: at, done_by: by });
}

function noticesOf({ learnt }: Life, n: number, now: Date): Row[] {
  const notices = new Map<string, Row>();
  for (const { event, effects } of learnt)
    for (const effect of effects) {
      if (effect.type === 'notice.queue') {
        const { noticeId: id, to: recipient_id, processId: process_id, template, notBefore: not_before } = effect;
        const sent = Date.parse(not_before) + DONE_AFTER < now.getTime() ? not_before : null;
        notices.set(id, {
          n,
          id,
          recipient_id,
          process_id,
          template,
          not_before,
          queued_at: event.at,
          cancelled_at: null,
          sent_at: sent,
        });
      } else if (effect.type === 'notice.cancel') {
        const notice = notices.get(effect.noticeId);
        if (notice) Object.assign(notice, { cancelled_at: event.at, sent_at: null });
      }
    }
  return [...notices.values()];
}
