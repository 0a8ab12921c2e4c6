// The funnel of a period in one statement: the first date of each step for every case referred, and everything counted from those.
import { spans, type FunnelCounts, type FunnelStep, type Period, type Persons, type Span } from '#libs/measures';
import type { Id } from '#libs/case';
import type { Rows } from '#libs/casework';
import { column, counted, entries, furthest, laterSteps, stepDates, stepNames, within } from './marks.js';

/** One row a case referred, with the date of each step. `$1` service, `$2` and `$3` the days. */
const dates = `
referred as materialized (select j.case_id, min(j.at) as at from journal j
  where j.service_id = $1 and j.type = 'case.opened' and ${within('j.at', '$2', '$3')} group by j.case_id),
dated as materialized (select r.case_id, r.at as referred, ${stepDates} from referred r left join ${entries()} e on e.case_id = r.case_id group by r.case_id, r.at)`;

const on = (step: FunnelStep): string => `s.${column(step)} is not null`;
// Somebody who left before a step was not there for it; somebody who left and came back has not left.
const people = `
entry as materialized (select j.case_id, j.seq, j.type, j.at, j.word, j.whom from referred r join journal j on j.case_id = r.case_id
  where j.service_id = $1 and ${counted('j')} and j.whom is not null),
gone as (select e.case_id, e.whom, max(e.at) as at from entry e where e.type = 'participant.left' and not exists (select from journal b
  where b.case_id = e.case_id and b.seq > e.seq and b.type = 'participant.joined' and b.event ->> 'participantId' = e.whom) group by 1, 2),
spoken as (select distinct e.case_id, e.whom from entry e where e.type = 'contact.attempted' and e.word = 'reached'),
side as materialized (select p.case_id, p.person_id, p.role, k.whom is not null as spoken, d.referred,
    ${laterSteps.map((step) => `case when g.at < d.${column(step)} then null else d.${column(step)} end as ${column(step)}`).join(', ')}
  from dated d join participant p on p.case_id = d.case_id and p.role in ('harmed', 'responsible')
  left join gone g on g.case_id = p.case_id and g.whom = p.id::text
  left join spoken k on k.case_id = p.case_id and k.whom = p.id::text),
person as (select role, ${stepNames.map((step) => `bool_or(${on(step)}${step === 'contacted' ? ' and s.spoken' : ''}) as ${column(step)}`).join(', ')} from side s group by role, person_id),
held as (select role, ${stepNames.map((step) => `bool_or(${on(step)}) as ${column(step)}`).join(', ')} from side s group by role, case_id)`;

const inOrder = (from: string, to: string): string => `d.${column(to)} >= d.${column(from)}`;
const spanColumns = Object.entries(spans).flatMap(([name, { from, to }]) => [
  `percentile_cont(0.5) within group (order by extract(epoch from d.${column(to)} - d.${column(from)}) / 86400) filter (where ${inOrder(from, to)}) as "${name} days"`,
  `count(*) filter (where ${inOrder(from, to)})::int as "${name} known"`,
]);
const trueByRole = (of: string): string =>
  `(select json_object_agg(x.role, row_to_json(x)) from (select role, ${stepNames.map((step) => `count(*) filter (where ${column(step)})::int as ${column(step)}`).join(', ')} from ${of} group by role) x)`;

const text = `
with ${dates},
${people},
lost as (select ${furthest('d')} as after, d.reason from dated d where d.closed is not null and d.reason <> 'delivered')
select
  (select row_to_json(x) from (select ${stepNames.map((step) => `count(${column(step)})::int as ${column(step)}`).join(', ')} from dated) x) as cases,
  (select row_to_json(x) from (select ${spanColumns.join(', ')} from dated d) x) as spans,
  ${trueByRole('person')} as persons,
  ${trueByRole('held')} as held,
  (select coalesce(json_agg(x), '[]') from (select after, reason, count(*)::int as cases from lost group by after, reason order by cases desc, after, reason) x) as losses`;

type ByStep = Record<FunnelStep, number>;
interface Row {
  cases: ByStep;
  spans: Record<string, number | null>;
  persons: Record<string, ByStep> | null;
  held: Record<string, ByStep> | null;
  losses: FunnelCounts['losses'];
}

/** The funnel of the cases referred to a service in a period. */
export async function funnel(db: Rows, serviceId: Id, period: Period): Promise<FunnelCounts> {
  const { rows } = await db.query<Row>(text, [serviceId, period.from, period.to]);
  const row = rows[0] as Row;
  const persons = (role: string, step: FunnelStep): Persons => ({
    count: row.persons?.[role]?.[step] ?? 0,
    known: row.held?.[role]?.[step] ?? 0,
    of: row.cases[step],
  });
  return {
    steps: stepNames.map((step) => ({
      step,
      cases: row.cases[step],
      harmed: persons('harmed', step),
      responsible: persons('responsible', step),
    })),
    spans: (Object.keys(spans) as Span[]).map((span) => ({
      span,
      days: oneDecimal(row.spans[`${span} days`] ?? null),
      known: row.spans[`${span} known`] ?? 0,
      of: row.cases[spans[span].to],
    })),
    losses: row.losses,
  };
}
const oneDecimal = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);
