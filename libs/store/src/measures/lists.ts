// The cases behind a figure, a page at a time: the same conditions that counted them.
import { nameOf, spans, type CaseList, type Cutoffs, type ListedCase, type Period, type Reader } from '#libs/measures';
import type { Cursors, Listed, Page, Rows } from '#libs/casework';
import { column, entries, furthest, stepDates, within } from './marks.js';
import { byOpening, isOver, listed } from './now.js';

/** True for a case whose steps `d` are as said: the same dates the funnel counts. */
const dated = (holds: string): string =>
  `exists (select from (select c.opened_at as referred, ${stepDates} from ${entries('j.case_id = c.id')} e) d where ${holds})`;

/** Conditions on case `c`, their values appended to `values`. */
function conditions(list: CaseList, cutoffs: Cutoffs, values: unknown[]): string[] {
  const put = (value: unknown): string => `$${values.push(value)}`;
  const referred = ({ from, to }: Period): string => within('c.opened_at', put(from), put(to));
  switch (list.of) {
    case 'open':
      return ['c.closed_at is null'];
    case 'unassigned':
      return ['c.closed_at is null', 'c.lead_id is null'];
    case 'stage':
      return [`c.stage = ${put(list.stage)}`, list.step === null ? 'c.step is null' : `c.step = ${put(list.step)}`];
    case 'waiting': {
      const rule = list.rule === null ? 'c.waiting_rule is null' : `c.waiting_rule = ${put(list.rule)}`;
      const over = list.over
        ? [`(${isOver(put(cutoffs.firstContactWorkingDays), put(cutoffs.stageLimitWorkingDays))})`]
        : [];
      return [
        'c.closed_at is null',
        `c.waiting_since < 'infinity'`,
        `c.waiting_on = ${put(list.waitingOn)}`,
        rule,
        ...over,
      ];
    }
    case 'workload': {
      const who = `array[${put(list.staffId)}::uuid]`;
      return ['c.closed_at is null', `c.staff_ids @> ${who}`, `not c.undeclared_ids @> ${who}`];
    }
    case 'funnel':
      return [referred(list.period), dated(`d.${column(list.step)} is not null`)];
    case 'span': {
      const { from, to } = spans[list.span];
      return [referred(list.period), dated(`d.${column(to)} >= d.${column(from)}`)];
    }
    case 'lost': {
      const furthestIs = `${furthest('d')} = ${put(list.after)}`;
      return [
        referred(list.period),
        dated(`d.closed is not null and d.reason = ${put(list.reason)} and ${furthestIs}`),
      ];
    }
    case 'checkpoint': {
      const { period } = list;
      return [
        `c.id in (select j.case_id from journal j where j.service_id = $1 and j.type in ('checkpoint.passed', 'checkpoint.refused')
        and j.type = ${put(`checkpoint.${list.outcome}`)} and j.word = ${put(list.checkpoint)} and ${within('j.at', put(period.from), put(period.to))})`,
      ];
    }
  }
}

/** One page of the cases behind a figure, the oldest first. */
export function cases(
  db: Rows,
  cursors: Cursors,
  reader: Reader,
  list: CaseList,
  cutoffs: Cutoffs,
  page: Page,
): Promise<Listed<ListedCase>> {
  const values: unknown[] = [reader.serviceId];
  return byOpening<ListedCase>(
    db,
    cursors,
    reader,
    `figure ${nameOf(list)}`,
    listed,
    conditions(list, cutoffs, values),
    values,
    page,
  );
}
