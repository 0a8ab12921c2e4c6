// Promise: whatever ends it, the other side hears the same words at the same moment of the service's (R22); and what is released comes when it is, to whom it is, and not before.
import { fold, type Actor, type CaseEvent, type Id } from '#libs/case';
import { chance } from '../simulation/chance.js';
import { baseAs, again, type Asked } from '../noninterference/build-pair.js';
import { openTwins, type Twins } from '../noninterference/compare.js';
import type { AppliedEvents } from '../noninterference/case-in-memory.js';
import { SERVICE, staff } from '../noninterference/service-staff.js';

const DAY = 86_400_000;
const own = `{ myCases { id stage words processes { stage words meeting { startsAt } } messages { on template words } released { on kind words outcome }
  consents { purpose about asks answer asked canGive canDefer canWithdraw } } }`;
let twins: Twins;
beforeAll(async () => void (twins = await openTwins()), 120_000);
afterAll(() => twins.close());

let tags = 0;
/** A case as far as asked, under ids of its own, and its people. */
function aCase(asked: Pick<Asked, 'reader' | 'depth' | 'seed'>) {
  const found = baseAs({ ...asked, member: 0 }, (0xca000000 + (tags += 1)).toString(16));
  const { facts } = found.applied.stored;
  const of = (role: string): { id: Id; actor: Actor } => {
    const one = Object.entries(facts.people.participants).find(([, p]) => p.role === role);
    if (!one) throw new Error(`There is no ${role}`);
    return { id: one[0], actor: { kind: 'participant', id: one[1].personId, serviceId: SERVICE } };
  };
  const last = found.applied.events.at(-1)?.at ?? '';
  return { ...found, of, at: new Date(Date.parse(last) + 60_000).toISOString() };
}
type Case = ReturnType<typeof aCase>;
const keep = (which: 0 | 1, applied: AppliedEvents, reference: string) =>
  twins.both[which].keeps({ applied, reference, names: new Map(), words: (id) => `Words ${id}` });
const seen = async (which: 0 | 1, actor: Actor, at: string) => (await twins.ask(which, actor, own, {}, at)).text;

type Says = (c: Case) => object[];
const lead = staff.lead.id;
const ending: Readonly<Record<string, Says>> = {
  'the other side withdraws from the process': (c) => [withdrawn(c, 'takePart', typeOf(c))],
  'the other side withdraws from being prepared': (c) => [withdrawn(c, 'prepare')],
  'the other side wants no contact any more': (c) => [withdrawn(c, 'contact')],
  'the other side refuses': (c) => [{ ...withdrawn(c, 'takePart', typeOf(c)), type: 'consent.refused' }],
  'the other side puts it off': (c) => [
    { ...withdrawn(c, 'takePart', typeOf(c)), type: 'consent.deferred', reaskOn: '2027-01-01' },
  ],
  ...Object.fromEntries(
    (['declined', 'noReply', 'unsafe', 'moved', 'died', 'wronglyNamed'] as const).map((reason) => [
      `the other side leaves (${reason})`,
      (c: Case) => [
        { type: 'participant.left', by: staff.coordinator.id, participantId: c.of('responsible').id, reason },
      ],
    ]),
  ),
  'the other side steps out of the process': (c) => [
    { type: 'member.left', by: lead, processId: processOf(c), participantId: c.of('responsible').id, reason: 'notNow' },
  ],
  'the other side goes on in a process of their own': (c) => [
    {
      type: 'process.split',
      by: lead,
      processId: processOf(c),
      newProcessId: anId(),
      move: [c.of('responsible').id],
      also: [],
    },
  ],
  'an order forbids it': (c) => [
    {
      type: 'order.recorded',
      by: lead,
      orderId: anId(),
      participantId: c.of('responsible').id,
      towards: c.of('harmed').id,
      forbids: ['meeting'],
      from: c.at,
    },
  ],
  'it is found unsuitable': (c) => [
    { type: 'suitability.decided', by: lead, processId: processOf(c), suitable: false, reason: anId() },
  ],
  'the facilitator calls it off': (c) => [
    { type: 'conference.cancelled', by: lead, processId: processOf(c), reason: anId() },
  ],
  'it is unsafe': (c) => [
    { type: 'concern.raised', by: lead, concernId: c.of('harmed').id, text: anId() },
    {
      type: 'concern.decided',
      by: staff.safeguardingLead.id,
      concernId: c.of('harmed').id,
      decision: 'stop',
      reason: anId(),
    },
  ],
};
const withdrawn = (c: Case, purpose: string, about?: string) => ({
  type: 'consent.withdrawn',
  by: c.of('responsible').actor.id,
  participantId: c.of('responsible').id,
  purpose,
  ...(purpose === 'contact' ? {} : { processId: processOf(c) }),
  ...(about ? { about } : {}),
});
/** The process in which the meeting is: the one that has a kind. */
const processOf = (c: Case): Id =>
  Object.entries(c.applied.stored.facts.processes).find(([, { type }]) => type !== null)?.[0] ?? '';
const typeOf = (c: Case): string => c.applied.stored.facts.processes[processOf(c)]?.type?.type ?? '';

/** The case with this said at its end; breaks off when it is refused. */
function after(c: Case, says: Says): AppliedEvents {
  const living = again(c.applied.events, chance(1), (now, left) => {
    if (left > 0) return;
    for (const said of says(c))
      if (!now.happens({ ...said, at: c.at } as CaseEvent)) throw new Error(`Refused: ${JSON.stringify(said)}`);
  });
  if (!living) throw new Error('The case cannot be lived again');
  return living.applied;
}

describe.each(['harmed', 'supporter'] as const)('a meeting is booked; to a person %s', (role) => {
  const [first, ...others] = Object.keys(ending);
  test.each(others)(`it is the same whether %s, or ${first}`, async (other) => {
    const c = aCase({ reader: 'supporter', depth: 'booked', seed: seedOfMeeting });
    await keep(0, after(c, ending[first ?? ''] as Says), `A${tags}`.padEnd(9, 'B'));
    await keep(1, after(c, ending[other] as Says), `A${tags}`.padEnd(9, 'B'));
    const { actor } = c.of(role);
    for (const days of [0.01, 0.5, 1, 2, 3, 7, 14]) {
      const at = new Date(Date.parse(c.at) + days * DAY).toISOString();
      expect(await seen(1, actor, at)).toBe(await seen(0, actor, at));
    }
  });
});

/** Seeds whose cases come to a meeting, and to an exchange of words. */
const seedOf = (state: string): number => {
  for (let seed = 0; seed < 4; seed += 1) {
    const { applied } = baseAs({ reader: 'supporter', depth: 'booked', seed, member: 0 }, 'ca0000ff');
    if (JSON.stringify(applied.stored.state).includes(state)) return seed;
  }
  throw new Error(`No case comes to ${state}`);
};
const seedOfMeeting = seedOf('booked');
const seedOfExchange = seedOf('exchange');

interface Release {
  readonly to: 'harmed' | 'responsible';
  /** What has to happen before, and may not show. */
  readonly before: Says;
  readonly release: Says;
}
const [W, I] = ['ca00face-0000-4000-8000-000000000001', 'ca00face-0000-4000-8000-000000000002'];
let ids = 0;
/** An id that nothing else has. */
const anId = (): Id => `ca00feed-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
const releases: Readonly<Record<string, Release>> = {
  'that the person harmed is interested': {
    to: 'responsible',
    before: () => [],
    release: (c) => [{ type: 'interest.told', by: lead, participantId: c.of('harmed').id, to: c.of('responsible').id }],
  },
  'a name': {
    to: 'harmed',
    before: () => [],
    release: (c) => [{ type: 'name.told', by: lead, participantId: c.of('supporter').id, to: c.of('harmed').id }],
  },
  'that a letter was read': {
    to: 'responsible',
    before: (c) => [
      {
        type: 'communication.drafted',
        by: lead,
        processId: processOf(c),
        communicationId: W,
        from: c.of('responsible').id,
        to: c.of('harmed').id,
        kind: 'letter',
        text: anId(),
        sha256: 'x',
      },
      ...[
        { type: 'communication.agreed', participantId: c.of('responsible').id, sha256: 'x' },
        { type: 'communication.passed', how: 'handedOver' },
        { type: 'communication.receiptNoted', participantId: c.of('harmed').id, receipt: 'read' },
      ].map((one) => ({ ...one, by: lead, processId: processOf(c), communicationId: W })),
    ],
    release: (c) => [{ type: 'communication.receiptTold', by: lead, processId: processOf(c), communicationId: W }],
  },
  'what came of something agreed': {
    to: 'harmed',
    before: (c) => [
      {
        type: 'item.proposed',
        by: lead,
        processId: processOf(c),
        itemId: I,
        kind: 'apology',
        doer: c.of('responsible').id,
        recipient: c.of('harmed').id,
        dueOn: '2026-12-01',
        text: anId(),
        evidence: anId(),
        monitor: anId(),
      },
      { type: 'item.agreed', by: lead, processId: processOf(c), itemId: I },
      { type: 'item.progressed', by: lead, processId: processOf(c), itemId: I, outcome: 'completed' },
    ],
    release: (c) => [{ type: 'item.recipientTold', by: lead, processId: processOf(c), itemId: I }],
  },
};

// What the journal says is believed: these are about who sees a release, and not about what stands before it.
const believed = (c: Case, said: object[]): AppliedEvents => {
  const events = [...c.applied.events, ...said.map((one) => ({ ...one, at: c.at }) as CaseEvent)];
  return { ...c.applied, events, stored: fold(events) };
};

test.each(Object.entries(releases))(
  '%s shows from when it is told, to whom it is told, and changes nothing for anybody else',
  async (_, r) => {
    const c = aCase({ reader: 'supporter', depth: 'booked', seed: seedOfExchange });
    const reference = `R${tags}`.padEnd(9, 'B');
    await keep(0, believed(c, r.before(c)), reference);
    await keep(1, believed(c, [...r.before(c), ...r.release(c)]), reference);
    const at = new Date(Date.parse(c.at) + 1000).toISOString();
    const shown = (text: string) =>
      (JSON.parse(text) as { data: { myCases: { released: { on: string }[] }[] } }).data.myCases[0]?.released;
    const { actor } = c.of(r.to);
    expect(shown(await seen(0, actor, at))).toEqual([]);
    expect(shown(await seen(1, actor, at))).toEqual([expect.objectContaining({ on: c.at.slice(0, 10) })]);
    for (const role of ['harmed', 'responsible', 'supporter'].filter((one) => one !== r.to)) {
      const other = c.of(role).actor;
      expect(await seen(1, other, at)).toBe(await seen(0, other, at));
    }
  },
);
