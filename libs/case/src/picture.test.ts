// The picture alone: every stage and step is reached and left, every event is heard somewhere, every name on an arrow exists.
import type { AnyTransitionDefinition } from 'xstate';
import { advance } from './advance.js';
import { caseMachine } from './case.machine.js';
import { consequences } from './consequences.js';
import { open } from './decide.js';
import type { CaseEvent, EventOf } from './facts.js';
import { permissions } from './permissions.js';
import type { Through } from './picture.js';
import { processMachine } from './process.machine.js';
import { defaults } from './settings.js';
import { situations } from './situations.js';
import type { StoredCase } from './stored.js';
import { caseStates, conferenceSteps, doors, stages } from './vocabulary/stages.js';

const stamp = { at: '2026-01-05T09:00:00Z', by: 'lead' };
const of = { processId: 'p' };
const opened: EventOf<'case.opened'> = {
  ...stamp,
  ...of,
  type: 'case.opened',
  caseId: 'c',
  serviceId: 's',
  source: 'police',
  initiator: 'harmed',
  offences: [],
};
const joins = (participantId: string, role: 'harmed' | 'responsible'): CaseEvent => ({
  ...stamp,
  type: 'participant.joined',
  participantId,
  personId: participantId,
  role,
  age: 'adult',
  approach: 'agreed',
});
/** What one person says to being contacted, prepared and taking part. */
const says = (participantId: string, answer: 'consent.given' | 'consent.withdrawn'): CaseEvent[] =>
  (['contact', 'prepare', 'takePart'] as const).map((purpose) => {
    const spokenOf = {
      participantId,
      purpose,
      ...(purpose === 'contact' ? {} : of),
      ...(purpose === 'takePart' ? { about: 'faceToFace' } : {}),
    };
    return answer === 'consent.withdrawn'
      ? { ...stamp, ...spokenOf, type: answer }
      : {
          ...stamp,
          ...spokenOf,
          type: answer,
          form: 'written',
          text: { version: '1', language: 'en' },
          explained: { items: [], by: 'lead', on: '2026-01-05', language: 'en' },
        };
  });

/** Enough of each kind of event to walk the picture, with every door believed open. */
const said: CaseEvent[] = [
  { ...stamp, ...of, type: 'suitability.decided', suitable: true, reason: 't' },
  { ...stamp, ...of, type: 'suitability.decided', suitable: false, reason: 't' },
  { ...stamp, ...of, type: 'preparation.begun' },
  { ...stamp, ...of, type: 'process.typeChosen', processType: 'faceToFace', reason: 't' },
  { ...stamp, ...of, type: 'process.typeChosen', processType: 'letter', reason: 't' },
  { ...stamp, ...of, type: 'preparation.completed' },
  {
    ...stamp,
    ...of,
    type: 'conference.booked',
    bookingId: 'b',
    startsAt: '2026-01-09T09:00:00Z',
    attendees: ['h', 'r'],
  },
  { ...stamp, ...of, type: 'conference.begun', attended: ['h', 'r'] },
  { ...stamp, ...of, type: 'session.paused', byRole: 'harmed', reason: 'request', safetyStep: 't' },
  { ...stamp, ...of, type: 'session.resumed' },
  { ...stamp, ...of, type: 'conference.cancelled', reason: 't' },
  { ...stamp, ...of, type: 'conference.ended', how: 'asPlanned', aftercare: 't' },
  { ...stamp, ...of, type: 'exchange.ended', how: 'asPlanned' },
  { ...stamp, ...of, type: 'process.ended', reason: 'other', side: 'withheld' },
  ...says('h', 'consent.withdrawn').slice(2),
];

/** Every place of the process reached breadth first, with the places one event leads to from it. */
function walk(): Map<string, Set<string>> {
  const told = [
    joins('h', 'harmed'),
    joins('r', 'responsible'),
    ...says('h', 'consent.given'),
    ...says('r', 'consent.given'),
  ];
  // a letter needs its own yes
  const letter = ['h', 'r'].map(
    (id): CaseEvent => ({ ...(says(id, 'consent.given')[2] as CaseEvent), about: 'letter' }) as CaseEvent,
  );
  const start = [...told, ...letter].reduce<StoredCase>(
    (stored, event) => advance(stored, event, null) ?? stored,
    open(opened, defaults).next,
  );
  const sees = ({ state, facts }: StoredCase): string => {
    const p = facts.processes['p'];
    return JSON.stringify([
      state,
      p?.type?.type,
      p?.suitability.decided?.suitable,
      p?.conference.booking !== null,
      p?.conference.session?.pause,
      p?.conference.held.length,
      Object.values(facts.consent.consents).map((c) => [c.answer, c.voided !== null]),
    ]);
  };
  const leads = new Map<string, Set<string>>();
  const seen = new Set([sees(start)]);
  for (let edge = [start]; edge.length > 0;) {
    const next: StoredCase[] = [];
    for (const from of edge)
      for (const event of said) {
        const to = advance(from, event, null) ?? from;
        const at = JSON.stringify(from.state.processes['p']);
        leads.set(at, (leads.get(at) ?? new Set()).add(JSON.stringify(to.state.processes['p'])));
        if (seen.has(sees(to)) || (to.facts.processes['p']?.conference.held.length ?? 0) > 1) continue;
        seen.add(sees(to));
        next.push(to);
      }
    edge = next;
  }
  return leads;
}
const reached = walk();
const places = [
  ...Object.keys(stages)
    .filter((s) => s !== 'conference')
    .map((s) => JSON.stringify(s)),
  ...Object.keys(conferenceSteps).map((conference) => JSON.stringify({ conference })),
];

type Node = (typeof processMachine)['root'] | (typeof caseMachine)['root'];
const under = (node: Node): Node[] => [node, ...Object.values(node.states as Record<string, Node>).flatMap(under)];
const nodes = [...under(processMachine.root), ...under(caseMachine.root)];
const drawn = nodes.flatMap((n) => [...n.transitions.values()].flat() as AnyTransitionDefinition[]);
/** Arrows that an event takes; those without guard hear an event and do nothing. */
const arrows = drawn.filter((a) => a.guard !== undefined);
const byThemselves = nodes.flatMap((n) => (n.always ?? []) as AnyTransitionDefinition[]);
const throughs = arrows.map((a) => (a.guard as unknown as { params: Through }).params);

test.each(places.filter((place) => place !== '"ended"'))(
  'a process reaches %s, and does not stay there for good',
  (place) => {
    expect([...reached.keys()]).toContain(place);
    expect([...(reached.get(place) ?? [])].filter((to) => to !== place)).not.toEqual([]);
  },
);

test('the stages and steps drawn are those of the vocabulary, and no others', () => {
  expect(Object.keys(processMachine.root.states).toSorted()).toEqual(Object.keys(stages).toSorted());
  expect(Object.keys(processMachine.root.states['conference']?.states ?? {}).toSorted()).toEqual(
    Object.keys(conferenceSteps).toSorted(),
  );
  expect(Object.keys(caseMachine.root.states).toSorted()).toEqual(Object.keys(caseStates).toSorted());
});

test('every event is heard by the case or by its processes and not by both, and has its row of permissions', () => {
  const heard = [caseMachine.events, processMachine.events].map((events) => events.filter((e: string) => e !== ''));
  expect(heard.flat().toSorted()).toEqual(
    Object.keys(permissions)
      .filter((e) => e !== 'case.opened')
      .toSorted(),
  );
  expect(Object.entries(permissions).filter(([, who]) => who.length === 0)).toEqual([]);
});

test('every arrow passes a door of the vocabulary, in a situation that exists, and learns', () => {
  expect(throughs.filter((t) => !Object.hasOwn(doors, t.door))).toEqual([]);
  expect(throughs.filter((t) => t.only !== undefined && !Object.hasOwn(situations, t.only))).toEqual([]);
  expect(arrows.filter((a) => !a.actions.includes('learn'))).toEqual([]);
  expect(arrows.filter((a) => (a.guard as unknown as { type: string }).type !== 'open')).toEqual([]);
});

test('what follows by itself follows from a consequence that exists, and each consequence is drawn somewhere', () => {
  const named = byThemselves.map((a) => (a.guard as unknown as { params: { that: string } }).params.that);
  expect(new Set(named)).toEqual(new Set(Object.keys(consequences)));
});

test('every target is a place in the picture', () => {
  const targets = [...arrows, ...byThemselves].flatMap((a) => (a.target ?? []) as Node[]);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((t) => !nodes.includes(t))).toEqual([]);
});

test('every door and every situation of the vocabulary is on some arrow', () => {
  expect(Object.keys(doors).filter((d) => !throughs.some((t) => t.door === d))).toEqual([]);
  expect(Object.keys(situations).filter((s) => !throughs.some((t) => t.only === s))).toEqual([]);
});
