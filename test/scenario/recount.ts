// The figures counted once more, from folded journals, without SQL and without the definitions: what a second person would count by hand.
import {
  fold,
  processTypes,
  stageOf,
  stepOf,
  summary,
  type CaseEvent,
  type Id,
  type ProcessType,
  type Settings,
} from '#libs/case';
import { londonDate } from '#libs/time';

type Days = { from: string; to: string };
export interface Recounted {
  caseId: Id;
  dates: Partial<Record<string, string>>;
  reason: string | null;
  persons: { role: string; personId: Id; leftAt: string | null; reached: boolean }[];
}

/** The date of each step of one case. */
export function recount(events: readonly CaseEvent[]): Recounted {
  const dates: Partial<Record<string, string>> = {};
  const first = (step: string, at: string) => (dates[step] ??= at);
  let process: ProcessType | null = null;
  let reason: string | null = null;
  const reached = new Set<Id>();
  const people = new Map<Id, { role: string; personId: Id; leftAt: string | null }>();
  for (const e of events) {
    if (e.type === 'case.opened') first('referred', e.at);
    if (e.type === 'participant.joined')
      people.set(e.participantId, { role: e.role, personId: e.personId, leftAt: null });
    if (e.type === 'participant.left') {
      const there = people.get(e.participantId);
      if (there) there.leftAt = e.at;
    }
    if (e.type === 'contact.attempted' && e.outcome === 'reached') {
      first('contacted', e.at);
      reached.add(e.participantId);
    }
    if (e.type === 'suitability.decided' && e.suitable) first('suitable', e.at);
    if (e.type === 'preparation.begun') first('prepared', e.at);
    if (e.type === 'preparation.completed') first('arranged', e.at);
    if (e.type === 'process.chosen') process = e.processType;
    if ((e.type === 'conference.ended' || e.type === 'exchange.ended') && e.how !== 'stopped' && process)
      first(processTypes[process].direct === 'direct' ? 'deliveredDirect' : 'deliveredIndirect', e.at);
    if (e.type === 'victimOnly.completed') first('deliveredVictimOnly', e.at);
    if (e.type === 'case.closed') {
      dates['closed'] = e.at;
      reason = e.reason;
    }
    if (e.type === 'case.reopened') delete dates['closed'];
  }
  const persons = [...people].map(([id, person]) => ({ ...person, reached: reached.has(id) }));
  return { caseId: (events[0] as Extract<CaseEvent, { type: 'case.opened' }>).caseId, dates, reason, persons };
}

/** Cases referred in the days. */
export const referredIn = (cases: readonly Recounted[], { from, to }: Days): Recounted[] =>
  cases.filter(({ dates }) => {
    const day = londonDate(dates['referred'] as string);
    return from <= day && day <= to;
  });

/** Distinct persons of a side at a step, and the cases that have any. */
export function personsAt(cases: readonly Recounted[], step: string, role: string) {
  const at = cases.filter(({ dates }) => dates[step] !== undefined);
  const there = at.map(({ dates, persons }) =>
    persons.filter((p) => p.role === role && !(p.leftAt !== null && p.leftAt < (dates[step] as string))),
  );
  const counted = there.flat().filter(({ reached }) => step !== 'contacted' || reached);
  return {
    count: new Set(counted.map(({ personId }) => personId)).size,
    known: there.filter((p) => p.length > 0).length,
    of: at.length,
  };
}

/** Days between two steps, for the cases that have both in order; the median with one decimal. */
export function daysBetween(cases: readonly Recounted[], from: string, to: string) {
  const days = cases
    .flatMap(({ dates }) => {
      const [a, b] = [dates[from], dates[to]];
      return a !== undefined && b !== undefined && b >= a ? [(Date.parse(b) - Date.parse(a)) / 86_400_000] : [];
    })
    .toSorted((a, b) => a - b);
  const middle =
    days.length === 0
      ? null
      : ((days[Math.floor((days.length - 1) / 2)] as number) + (days[Math.ceil((days.length - 1) / 2)] as number)) / 2;
  return {
    days: middle === null ? null : Math.round(middle * 10) / 10,
    known: days.length,
    of: cases.filter(({ dates }) => dates[to] !== undefined).length,
  };
}

/** Where a case stands, and what it waits for, as its last event left it. */
export function standing(events: readonly CaseEvent[], settings: Settings) {
  const stored = fold(events);
  const shown = summary(stored, (events.at(-1) as CaseEvent).at, settings);
  return { ...shown, stage: stageOf(stored.state), step: stepOf(stored.state) };
}
