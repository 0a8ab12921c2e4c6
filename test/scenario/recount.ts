// The figures counted once more, from folded journals, without SQL and without the definitions: what a second person would count by hand.
import {
  endings,
  fold,
  processTypes,
  summary,
  type CaseEvent,
  type Facts,
  type Id,
  type ProcessType,
  type Settings,
} from '#libs/case';
import { londonDate } from '#libs/time';

type Days = { from: string; to: string };
export interface Recounted {
  caseId: Id;
  /** When each step was first reached, as it happened and not as it was recorded. */
  dates: Partial<Record<string, string>>;
  reason: string | null;
  persons: { participantId: Id; role: string; personId: Id; leftAt: string | null; reached: boolean }[];
  /** Of each delivered step: who was in a process that delivered, and until when. Null where the journal does not say who is in which. */
  members: Partial<Record<string, Map<Id, string | null>>> | null;
  /** What was done though a door was shut: which door, when, and whether somebody has reviewed it. */
  deviations: { door: string; on: string; reviewed: boolean }[];
}

/** When an event says that it happened; of a meeting that was written up, when it was over. */
const when = (e: CaseEvent): string => (e.type === 'conference.recorded' ? e.endedAt : (e.on ?? e.at));

/** The date of each step of one case, and what was out of order in it. `whole`: the journal is one that the core folds. */
export function recount(events: readonly CaseEvent[], whole = false): Recounted {
  const dates: Partial<Record<string, string>> = {};
  const first = (step: string, at: string) => {
    const before = dates[step];
    if (before === undefined || Date.parse(at) < Date.parse(before)) dates[step] = at;
  };
  const kinds = new Map<Id, ProcessType>();
  const deliveredBy = new Map<string, Set<Id>>();
  const delivers = (step: string, at: string, processId: Id) => {
    first(step, at);
    deliveredBy.set(step, (deliveredBy.get(step) ?? new Set<Id>()).add(processId));
  };
  let reason: string | null = null;
  const reached = new Set<Id>();
  const people = new Map<Id, { role: string; personId: Id; leftAt: string | null }>();
  const deviations = new Map<string, Recounted['deviations'][number]>();
  for (const [n, e] of events.entries()) {
    e.deviations?.forEach(({ door, on }, place) =>
      deviations.set(`${n + 1}-${place + 1}`, { door, on, reviewed: false }),
    );
    if (e.type === 'deviation.reviewed') {
      const found = deviations.get(e.deviationId);
      if (found) found.reviewed = true;
    }
    if (e.type === 'case.opened') first('referred', e.at);
    if (e.type === 'participant.joined')
      people.set(e.participantId, { role: e.role, personId: e.personId, leftAt: null });
    if (e.type === 'participant.left') {
      const there = people.get(e.participantId);
      if (there) there.leftAt ??= when(e);
    }
    if (e.type === 'contact.attempted' && e.outcome === 'reached') {
      first('contacted', when(e));
      reached.add(e.participantId);
    }
    if (e.type === 'suitability.decided' && e.suitable) first('suitable', when(e));
    if (e.type === 'preparation.begun') first('prepared', when(e));
    if (e.type === 'preparation.completed') first('arranged', when(e));
    if (e.type === 'process.typeChosen') kinds.set(e.processId, e.processType);
    if ((e.type === 'conference.ended' || e.type === 'conference.recorded') && endings[e.how].delivers) {
      const kind = kinds.get(e.processId);
      const direct = kind && processTypes[kind].direct;
      if (direct === 'direct') delivers('deliveredDirect', when(e), e.processId);
      if (direct === 'indirect') delivers('deliveredIndirect', when(e), e.processId);
    }
    if (e.type === 'communication.passed') delivers('deliveredIndirect', when(e), e.processId);
    if (e.type === 'harmedOnly.completed') delivers('deliveredHarmedOnly', when(e), e.processId);
    if (e.type === 'case.closed') {
      dates['closed'] = e.at;
      reason = e.reason;
    }
    if (e.type === 'case.reopened') delete dates['closed'];
  }
  const persons = [...people].map(([id, person]) => ({ ...person, participantId: id, reached: reached.has(id) }));
  const { caseId } = events[0] as Extract<CaseEvent, { type: 'case.opened' }>;
  const members = whole ? membersOf(fold(events).facts, deliveredBy) : null;
  return { caseId, dates, reason, persons, members, deviations: [...deviations.values()] };
}

/** Who was in the processes that delivered each step: the last of them that somebody left counts. */
function membersOf({ processes }: Facts, deliveredBy: ReadonlyMap<string, ReadonlySet<Id>>) {
  const ofStep = (ids: ReadonlySet<Id>): Map<Id, string | null> => {
    const until = new Map<Id, string | null>();
    for (const processId of ids)
      for (const [id, { leftAt }] of Object.entries(processes[processId]?.members.of ?? {})) {
        const before = until.get(id);
        if (leftAt === null || before === null) until.set(id, null);
        else if (before === undefined || before < leftAt) until.set(id, leftAt);
      }
    return until;
  };
  return Object.fromEntries([...deliveredBy].map(([step, ids]) => [step, ofStep(ids)]));
}

/** Deviations that happened in the days, by door: all, and those nobody has reviewed. */
export function deviationsIn(cases: readonly Recounted[], { from, to }: Days) {
  const found = cases
    .flatMap(({ deviations }) => deviations)
    .filter(({ on }) => from <= londonDate(on) && londonDate(on) <= to);
  return Object.fromEntries(
    [...Map.groupBy(found, ({ door }) => door)].map(([door, all]) => [
      door,
      { recorded: all.length, unreviewed: all.filter(({ reviewed }) => !reviewed).length },
    ]),
  );
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
  const there = at.map(({ dates, persons, members }) => {
    const when = dates[step] as string;
    const wasMember = (id: Id): boolean => {
      const ofStep = members?.[step];
      if (!ofStep) return true;
      const leftAt = ofStep.get(id);
      return leftAt === null || (leftAt !== undefined && leftAt >= when);
    };
    return persons.filter(
      (p) => p.role === role && !(p.leftAt !== null && p.leftAt < when) && wasMember(p.participantId),
    );
  });
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
export const standing = (events: readonly CaseEvent[], settings: Settings) =>
  summary(fold(events), (events.at(-1) as CaseEvent).at, settings);
