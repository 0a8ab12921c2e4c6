// The picture alone: every stage and step is reached and left, every event is heard somewhere, every name on an arrow exists.
import { transition, type AnyTransitionDefinition } from 'xstate';
import { caseMachine, type Through } from './case.machine.js';
import { factsOf, type CaseEvent, type EventOf } from './facts.js';
import { permissions } from './permissions.js';
import { situations } from './situations.js';
import { conferenceSteps, doors, stages } from './vocabulary/stages.js';

const stamp = { at: '2026-01-05T09:00:00Z', by: 'lead' };
const opened: EventOf<'case.opened'> = {
  ...stamp,
  type: 'case.opened',
  caseId: 'c',
  serviceId: 's',
  source: 'police',
  initiator: 'harmed',
  offences: [],
};
const person = { participantId: 'h', purpose: 'takePart', about: 'faceToFace' } as const;

/** Enough of each kind of event to walk the picture, with every door believed open. */
const said: CaseEvent[] = [
  {
    ...stamp,
    type: 'participant.joined',
    participantId: 'h',
    personId: 'p',
    role: 'harmed',
    age: 'adult',
    approach: 'agreed',
  },
  { ...stamp, type: 'suitability.decided', suitable: true, reason: 't' },
  { ...stamp, type: 'preparation.begun' },
  { ...stamp, type: 'process.chosen', processType: 'faceToFace', reason: 't' },
  { ...stamp, type: 'process.chosen', processType: 'letter', reason: 't' },
  { ...stamp, type: 'preparation.completed' },
  { ...stamp, type: 'conference.booked', bookingId: 'b', startsAt: '2026-01-09T09:00:00Z', attendees: ['h'] },
  { ...stamp, type: 'conference.begun', attended: ['h'] },
  { ...stamp, type: 'session.paused', byRole: 'harmed', reason: 'request', safetyStep: 't' },
  { ...stamp, type: 'session.resumed' },
  { ...stamp, type: 'conference.cancelled', reason: 't' },
  { ...stamp, type: 'conference.ended', how: 'asPlanned', aftercare: 't' },
  { ...stamp, type: 'exchange.ended', how: 'asPlanned' },
  { ...stamp, type: 'case.closed', reason: 'other', side: 'withheld' },
  { ...stamp, type: 'case.reopened', to: 'suitability', reason: 't' },
  { ...stamp, type: 'case.reopened', to: 'followUp', reason: 't' },
  {
    ...stamp,
    ...person,
    type: 'consent.given',
    form: 'written',
    text: { version: '1', language: 'en' },
    explained: { items: [], by: 'lead', on: '2026-01-05', language: 'en' },
  },
  { ...stamp, ...person, type: 'consent.withdrawn' },
];

/** Every place reached breadth first, with the places one event leads to from it. */
function walk(): Map<string, Set<string>> {
  const start = caseMachine.resolveState({ value: 'suitability', context: { facts: factsOf(opened), settings: null } });
  const sees = (s: typeof start): string => {
    const { facts } = s.context;
    const has = [facts.preparation.process?.type, facts.conference.booking !== null, facts.conference.session !== null];
    return JSON.stringify([
      s.value,
      ...has,
      facts.people.participants['h'],
      facts.consent.consents['h|takePart|faceToFace']?.answer,
    ]);
  };
  const leads = new Map<string, Set<string>>();
  const seen = new Set([sees(start)]);
  for (let edge = [start]; edge.length > 0;) {
    const next: (typeof start)[] = [];
    for (const from of edge)
      for (const event of said) {
        const [to] = transition(caseMachine, from, event);
        const at = JSON.stringify(from.value);
        leads.set(at, (leads.get(at) ?? new Set()).add(JSON.stringify(to.value)));
        if (seen.has(sees(to))) continue;
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

type Node = (typeof caseMachine)['root'];
const under = (node: Node): Node[] => [node, ...Object.values(node.states as Record<string, Node>).flatMap(under)];
const nodes = under(caseMachine.root);
const arrows = nodes.flatMap((n) => [...n.transitions.values()].flat() as AnyTransitionDefinition[]);
const throughs = arrows.map((a) => (a.guard as unknown as { params: Through }).params);

test.each(places)('a case reaches %s, and does not stay there for good', (place) => {
  expect([...reached.keys()]).toContain(place);
  expect([...(reached.get(place) ?? [])].filter((to) => to !== place)).not.toEqual([]);
});

test('the stages and steps drawn are those of the vocabulary, and no others', () => {
  expect(Object.keys(caseMachine.root.states).toSorted()).toEqual(Object.keys(stages).toSorted());
  expect(Object.keys(caseMachine.root.states['conference']?.states ?? {}).toSorted()).toEqual(
    Object.keys(conferenceSteps).toSorted(),
  );
});

test('every event is heard somewhere, and every event heard has its row of permissions', () => {
  const heard = new Set(arrows.map((a) => a.eventType));
  expect([...heard].toSorted()).toEqual(
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

test('every target is a place in the picture', () => {
  const targets = arrows.flatMap((a) => a.target ?? []);
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((t) => !nodes.includes(t))).toEqual([]);
});

test('every door and every situation of the vocabulary is on some arrow', () => {
  expect(Object.keys(doors).filter((d) => !throughs.some((t) => t.door === d))).toEqual([]);
  expect(Object.keys(situations).filter((s) => !throughs.some((t) => t.only === s))).toEqual([]);
});
