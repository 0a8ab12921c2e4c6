// The definitions of figures as SQL on the journal. The partial indexes of schema/migrations hold the entries counted here.
import { processTypes } from '#libs/case';
import { funnelSteps, lossSteps, marksOf, type FunnelStep, type LossStep, type Mark } from '#libs/measures';

/** Quoted for SQL; only words of our own tables come here. */
const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;
const kinds = (direct: 'direct' | 'indirect'): string =>
  Object.entries(processTypes)
    .filter(([, type]) => type.direct === direct)
    .map(([name]) => quoted(name))
    .join(', ');

export const stepNames = Object.keys(funnelSteps) as FunnelStep[];
export const laterSteps = stepNames.filter((step) => step !== 'referred');
const delivered = stepNames.filter((step) => step.startsWith('delivered'));
/** The name of a step as a column. */
export const column = (step: string): string => `"${step}"`;

/** What journal_counted holds: the planner uses the index where a query says this of the journal. */
export const counted = (
  j: string,
): string => `${j}.type in ('contact.attempted', 'suitability.decided', 'preparation.begun', 'preparation.completed',
  'process.chosen', 'conference.ended', 'exchange.ended', 'victimOnly.completed', 'case.closed', 'case.reopened', 'participant.left')`;

/** The counted entries of a service (`$1`), of every case or of those that `also` says of `j`, with the process last chosen before an ending. */
export const entries = (
  also = 'true',
): string => `(select j.case_id, j.type, j.at, j.seq, j.word, case when j.type in ('conference.ended', 'exchange.ended') then
    (select p.word from journal p where p.service_id = j.service_id and p.case_id = j.case_id and ${counted('p')} and p.type = 'process.chosen' and p.seq < j.seq
      order by p.seq desc limit 1) end as process
  from journal j where j.service_id = $1 and ${counted('j')} and ${also})`;

function condition({ type, is, not, process }: Mark): string {
  const all = [`e.type = ${quoted(type)}`];
  if (is !== undefined) all.push(`e.word = ${quoted(is)}`);
  if (not !== undefined) all.push(`e.word <> ${quoted(not)}`);
  if (process !== undefined) all.push(`e.process in (${kinds(process)})`);
  return all.join(' and ');
}
function dateOf(step: FunnelStep): string {
  const all = marksOf(step) as readonly Mark[];
  const holds = `filter (where ${all.map(condition).join(' or ')})`;
  const until = all[0]?.until;
  if (until === undefined) return `min(e.at) ${holds}`;
  return `case when max(e.seq) ${holds} > coalesce(max(e.seq) filter (where e.type = ${quoted(until)}), 0) then max(e.at) ${holds} end`;
}

/** The date of each later step, and the reason of the last closing, as aggregates over `entries` of one case named `e`. */
export const stepDates = `${laterSteps.map((step) => `${dateOf(step)} as ${column(step)}`).join(',\n  ')},
  substr(max(lpad(e.seq::text, 9, '0') || e.word) filter (where e.type = 'case.closed'), 10) as reason`;

/** True when the dates `d` of a case have reached a step that losses are counted by. */
export const reached = (step: LossStep, d: string): string =>
  step === 'delivered'
    ? `(${delivered.map((name) => `${d}.${column(name)} is not null`).join(' or ')})`
    : `${d}.${column(step)} is not null`;
/** The furthest of them. */
export const furthest = (d: string): string =>
  `case ${lossSteps
    .toReversed()
    .map((step) => `when ${reached(step, d)} then ${quoted(step)}`)
    .join(' ')} end`;

/** SQL that is true for the instants of a period of London days; `from` and `to` are SQL expressions for its days as text. */
export const within = (instant: string, from: string, to: string): string =>
  `${instant} >= (${from}::date::timestamp at time zone 'Europe/London') and ${instant} < ((${to}::date + 1)::timestamp at time zone 'Europe/London')`;
/** The beginning of a London day given as text. */
export const beginning = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/London')`;
