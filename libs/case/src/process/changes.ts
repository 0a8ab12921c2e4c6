// What events make of the processes of a case as a whole: opened, split, joined, left, closed (R81, R92).
import { voidWhere, type partsOf } from '../consent/facts.js';
import type { CaseEvent, EventOf, EventType, Facts } from '../facts.js';
import { change, happenedAt, put, type Id } from '../reducers.js';
import { usualPart } from '../vocabulary/parts.js';
import { beginProcess, end, type Process } from './facts.js';
import { memberFrom } from './member-facts.js';
import { going } from './members.js';
import { reaches } from './scope.js';

type SpokenOf = ReturnType<typeof partsOf>;
type Changes = { [T in EventType]?: (facts: Facts, event: EventOf<T>) => Facts };
const inProcess = (facts: Facts, processId: Id, how: (p: Process) => Process): Facts => ({
  ...facts,
  processes: change(facts.processes, processId, how),
});
const inEach = (facts: Facts, how: (p: Process) => Process): Facts => ({
  ...facts,
  processes: Object.fromEntries(Object.entries(facts.processes).map(([id, p]) => [id, how(p)])),
});

/**
 * Where somebody who joins the case takes part: where it is said, or in the only process that goes on, as long as its kind
 * is not chosen. Later it is about certain people, and whoever is to join them is put there by name.
 */
function processJoined(facts: Facts, e: EventOf<'participant.joined'>): Id | null {
  if (e.processId !== undefined) return e.processId;
  const open = going(facts);
  const [only] = open.length === 1 ? open : [];
  return only && only[1].type === null ? only[0] : null;
}

const changes: Changes = {
  'process.opened': (f, e) => ({
    ...f,
    processes: put(f.processes, e.processId, {
      ...beginProcess(e.at, e.carries ?? null),
      members: {
        of: Object.fromEntries(e.members.map((m) => [m.participantId, memberFrom(m, e.at)])),
        changedAt: e.at,
      },
    }),
  }),
  'process.split': (f, e) => {
    const old = f.processes[e.processId];
    if (!old) return f;
    const goes = new Set([...e.move, ...e.also]);
    const take = <V>(record: Record<Id, V>): Record<Id, V> =>
      Object.fromEntries(Object.entries(record).filter(([id]) => goes.has(id)));
    const stay = Object.fromEntries(
      Object.entries(old.members.of).map(([id, m]) => [id, e.move.includes(id) ? { ...m, leftAt: e.at } : m]),
    );
    const fresh = beginProcess(e.at);
    const split: Process = {
      ...fresh,
      members: { of: take(old.members.of), changedAt: e.at },
      preparation: { ...fresh.preparation, held: take(old.preparation.held) },
    };
    return {
      ...f,
      processes: {
        ...f.processes,
        [e.processId]: { ...old, members: { of: stay, changedAt: e.at } },
        [e.newProcessId]: split,
      },
    };
  },
  'participant.joined': (f, e) => {
    const processId = processJoined(f, e);
    if (processId === null) return f;
    const part = e.part ?? usualPart[e.role];
    const joins = memberFrom({ part, ...(e.supports === undefined ? {} : { of: e.supports }) }, e.at);
    return inProcess(f, processId, (p) => ({
      ...p,
      members: { of: put(p.members.of, e.participantId, joins), changedAt: e.at },
    }));
  },
  'participant.left': (f, e) =>
    inEach(f, (p) =>
      p.members.of[e.participantId]?.leftAt === null
        ? {
            ...p,
            members: {
              of: change(p.members.of, e.participantId, (m) => ({ ...m, leftAt: happenedAt(e) })),
              changedAt: e.at,
            },
          }
        : p,
    ),
  'case.closed': (f, e) => inEach(f, (p) => end(p, e)),
  // whoever is still there begins again, with nothing of the process before (R82)
  'case.reopened': (f, e) => {
    if (e.processId === undefined) return f;
    // of what ended last, which may be several processes; by id, because a stored record comes back in an order of its own
    const ends = Object.values(f.processes).map((p) => p.ended?.at ?? '');
    const last = ends.toSorted().at(-1);
    const still = Object.entries(f.processes)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .filter(([, p]) => p.ended?.at === last)
      .flatMap(([, p]) => Object.entries(p.members.of).filter(([, m]) => m.leftAt === null));
    const members = still.map(([id, m]) => [id, { ...m, joinedAt: e.at }]);
    return {
      ...f,
      processes: put(f.processes, e.processId, {
        ...beginProcess(e.at),
        members: { of: Object.fromEntries(members), changedAt: e.at },
      }),
    };
  },
};

/** The facts with what an event changes of its processes, and of the consents that stand on them. `heard`: the processes it concerns. */
export function changeProcesses(facts: Facts, e: CaseEvent, heard: readonly Id[]): Facts {
  const changed = (changes[e.type] as ((f: Facts, e: CaseEvent) => Facts) | undefined)?.(facts, e) ?? facts;
  const asksAgain = askedAgain(changed, e, heard);
  return asksAgain
    ? { ...changed, consent: voidWhere(changed.consent, e.at, 'newRiskInformation', asksAgain) }
    : changed;
}
/**
 * R24: new information about risk is a new question to those whom it reaches; also to somebody whose yes was given before it
 * was known, and is written down only now.
 */
function askedAgain(facts: Facts, e: CaseEvent, heard: readonly Id[]): ((k: SpokenOf) => boolean) | null {
  if (e.type === 'risk.informed') {
    const informed = { participantId: e.participantId ?? null, processId: e.processId ?? null };
    const reached = heard.filter((processId) => reaches(informed, facts, processId));
    return (k) => k.purpose === 'takePart' && reached.includes(k.processId);
  }
  if (e.type !== 'consent.given' || e.purpose !== 'takePart') return null;
  const overtaken = facts.safeguarding.informed.some(
    (i) => i.at > happenedAt(e) && heard.some((processId) => reaches(i, facts, processId)),
  );
  return overtaken ? (k) => keyIs(k, e) : null;
}
const keyIs = (k: SpokenOf, e: EventOf<'consent.given'>): boolean =>
  k.purpose === e.purpose && k.participantId === e.participantId && k.processId === e.processId && k.about === e.about;
