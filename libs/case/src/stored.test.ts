// Stored cases of every version are read by today's process, and those of a newer one refuse loudly.
import { readFileSync } from 'node:fs';
import { decide } from './decide.js';
import { doors } from './doors.js';
import type { CaseEvent } from './facts.js';
import { settingsWith } from './settings.js';
import { MACHINE_VERSION, NewerMachine, upgrade, type StoredCase } from './stored.js';
import type { Version2 } from './upgrades/shape-2.js';

const settings = settingsWith({});
const at = '2026-11-12T10:00:00.000Z';
const textOf = (version: number): string =>
  readFileSync(new URL(`../../../test/fixtures/stored-cases/v${version}.json`, import.meta.url), 'utf8');
const fixture = (version: number): StoredCase => JSON.parse(textOf(version)) as StoredCase;
/** The case as it was stored by version 2. */
const fixture2 = () => JSON.parse(textOf(2)) as { machineVersion: number; state: unknown; facts: Version2 };
const versions = Array.from({ length: MACHINE_VERSION }, (_v, i) => i + 1);

test.each(versions)('a case stored by version %i is read, upgraded, and left alone', (version) => {
  const frozen = fixture(version);
  const untouched = structuredClone(frozen);
  expect(frozen.machineVersion).toBe(version);
  const stored = upgrade(frozen);
  expect(stored.machineVersion).toBe(MACHINE_VERSION);
  expect(frozen).toEqual(untouched);
  expect(doors(stored, at, settings).length).toBeGreaterThan(20);
});

// The case of both fixtures passed a letter on, ended that, went round again, and has a meeting booked.
describe.each([1, 2])('R82: a case of version %i that went round again becomes two processes', (version) => {
  const { state, facts } = upgrade(fixture(version));
  const [before, now] = [facts.processes['c'], facts.processes['d']];

  test('the one that was over has the case’s own id, and the one going on stands where the case stood', () => {
    expect(state).toEqual({ case: 'open', processes: { c: 'ended', d: { conference: 'booked' } } });
    expect(before?.ended).toMatchObject({ at: '2026-11-02T09:56:00.000Z', reason: 'delivered' });
    expect(now?.ended).toBeNull();
  });

  test('what was passed on, agreed and followed up stays with the first', () => {
    expect(before?.communication.of['w']).toMatchObject({ passedAt: '2026-11-02T09:54:00.000Z', receipt: 'read' });
    expect(before?.agreement.items['i']).toMatchObject({ doer: 'r', recipient: 'h' });
    expect(Object.keys(before?.followUp.contacts ?? {})).toEqual(['h|days3']);
    expect(before?.conference).toMatchObject({ booking: null, exchangeEndedAt: '2026-11-02T09:56:00.000Z' });
    expect([now?.communication.of, now?.agreement.items, now?.followUp.contacts]).toEqual([{}, {}, {}]);
  });

  test('only what is younger than the end of the first counts for the second', () => {
    expect(now?.type?.type).toBe('faceToFaceWithSupporters');
    expect(now?.conference.booking).toMatchObject({ bookingId: 'b', attendees: ['h', 'r', 'id5'] });
    // h and r were prepared at 09:40 and 09:44, the first was over at 09:56
    expect(Object.keys(now?.preparation.held ?? {})).toEqual(['id5']);
    expect(Object.keys(now?.preparation.ready ?? {}).toSorted()).toEqual(['h', 'id5', 'r']);
    expect(Object.keys(now?.signOffs.signed ?? {})).toEqual(['capacity|r']);
    expect(Object.keys(facts.safeguarding.signed).toSorted()).toEqual(['referral|-', 'sensitiveFirstContact|-']);
  });

  test('everybody in the case is a member, with the part of their role', () => {
    const parts = Object.entries(now?.members.of ?? {}).map(([id, m]) => `${id} ${m.part} ${m.of}`);
    expect(parts).toEqual(['h harmed null', 'r responsible null', 'id5 supporter h']);
  });

  test('a withdrawal is heard by the one that goes on, and by no other', () => {
    const withdrawn = {
      type: 'consent.withdrawn',
      participantId: 'h',
      purpose: 'prepare',
      processId: 'd',
      at,
      by: 'ph',
    } as const;
    const decided = decide(fixture(version), withdrawn, settings);
    expect(decided.ok && decided.next.state.processes).toEqual({ c: 'ended', d: 'consent' });
    expect(decided.ok && decided.next.facts.processes['d']?.conference.booking).toBeNull();
    expect(decided.ok && decided.next.facts.processes['c']).toEqual(before);
  });
});

test('a case of version 2 that never went round again has one process, with the case’s own id', () => {
  const v2 = fixture2();
  v2.facts.conference.held = [];
  expect(upgrade(v2).state).toEqual({ case: 'open', processes: { c: { conference: 'booked' } } });
});

/** A case of version 2 that stands here and never went round again. */
const inVersion2 = (state: unknown, change: (facts: Version2) => void = () => undefined): StoredCase => {
  const v2 = fixture2();
  v2.facts.conference.held = [];
  change(v2.facts);
  return upgrade({ ...v2, state });
};
const closed = { at, by: 'lead', reason: 'noReply', side: 'withheld' } as const;
const session = { begunAt: '2026-11-12T09:00:00.000Z', attended: ['h', 'r', 'id5'], pause: null };
const pause = { at, byRole: 'facilitator', reason: 'distress', checked: {} } as const;

test.each([
  ['suitability', 'suitability'],
  ['consent', 'consent'],
  ['preparation', 'preparation'],
  [{ conference: 'arranging' }, { conference: 'arranging' }],
  [{ conference: 'booked' }, { conference: 'booked' }],
  [{ conference: 'underWay' }, { conference: 'underWay' }],
  [{ conference: 'interrupted' }, { conference: 'interrupted' }],
  [{ conference: 'exchange' }, 'exchange'],
  ['followUp', 'followUp'],
  ['closed', 'ended'],
] as const)(
  'a case of version 2 that stood at %j stands there still, and what is said next leaves it there',
  (was, is) => {
    const stored = inVersion2(was, (facts) => {
      const step = typeof was === 'object' ? was.conference : was;
      if (step !== 'booked') facts.conference.booking = null;
      if (step === 'underWay') facts.conference.session = session;
      if (step === 'interrupted') facts.conference.session = { ...session, pause };
      if (step === 'closed') facts.closing.closed = closed;
    });
    expect(stored.state).toEqual({ case: was === 'closed' ? 'closed' : 'open', processes: { c: is } });
    expect(stored.facts.processes['c']?.ended ?? null).toEqual(was === 'closed' ? closed : null);
    const told = { type: 'followUp.done', processId: 'c', participantId: 'h', point: 'days3', outcome: 'reached' };
    const doubt = { type: 'safeContact.recorded', participantId: 'h', channels: ['post'] };
    for (const said of [told, doubt]) {
      const decided = decide(stored, { ...said, at, by: 'lead' } as CaseEvent, settings);
      if (decided.ok) expect(decided.next.state).toEqual(stored.state);
    }
    // each step that is open can be asked about, and explains itself
    expect(doors(stored, at, settings).every((d) => d.open === (d.blockers.length === 0))).toBe(true);
  },
);

test('a letter of a case of version 2 that went round again and is not passed on yet is of the process that goes on', () => {
  const v2 = fixture2();
  const [letter] = Object.values(v2.facts.exchange.words);
  if (letter) v2.facts.exchange.words['w2'] = { ...letter, passedAt: null, receipt: null };
  const { processes } = upgrade({ ...v2, state: { conference: 'exchange' } }).facts;
  expect([
    Object.keys(processes['c']?.communication.of ?? {}),
    Object.keys(processes['d']?.communication.of ?? {}),
  ]).toEqual([['w'], ['w2']]);
});

test('R21: whoever agreed to an item of the first process can still take that back', () => {
  const v2 = fixture2();
  const yes = v2.facts.consent.consents['h|contact|-'];
  if (yes) v2.facts.consent.consents['r|agreementItem|i'] = yes;
  const said = { participantId: 'r', purpose: 'agreementItem', processId: 'c', about: 'i' } as const;
  const decided = decide(upgrade(v2), { type: 'consent.withdrawn', ...said, at, by: 'pr' }, settings);
  expect(decided.ok && decided.next.facts.processes['c']?.agreement.items['i']?.agreedAt).toBeNull();
});

test('the second process of a case has an id of the same form, and another than the case, at each reading', () => {
  for (const last of '0123456789abcdef') {
    const caseId = `0190c0de-0000-7000-8000-00000000000${last}`;
    const v2 = fixture2();
    v2.facts.caseId = caseId;
    const ids = Object.keys(upgrade(v2).state.processes);
    expect(ids).toEqual(Object.keys(upgrade(v2).state.processes));
    expect(new Set([...ids, caseId]).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
});

test('what held a case of version 2 holds the whole case still, for the same people to end', () => {
  const v2 = fixture2();
  Object.assign(v2.facts.safeguarding, { stoppedAt: at, pausedAt: at, pausedForSafety: true, indirectOnly: true });
  const { freezes } = upgrade(v2).facts.safeguarding;
  expect(Object.values(freezes).map((z) => [z.kind, z.participantId, z.processId, z.bySafeguarding])).toEqual([
    ['stop', null, null, true],
    ['pause', null, null, true],
    ['indirectOnly', null, null, true],
  ]);
});

test('a case written by a newer process refuses loudly, whatever is asked of it', () => {
  const newer = { ...fixture(MACHINE_VERSION), machineVersion: MACHINE_VERSION + 1 };
  const worry = { type: 'concern.raised', concernId: 'x', text: 't', at, by: 'coord' } as const;
  expect(() => upgrade(newer)).toThrow(NewerMachine);
  expect(() => doors(newer, at, settings)).toThrow(NewerMachine);
  expect(() => decide(newer, worry, settings)).toThrow(`version ${MACHINE_VERSION + 1}`);
});

const isEmpty = (v: unknown): boolean => v === null || (typeof v === 'object' && Object.keys(v as object).length === 0);
test('the frozen case of today is one in which every part of the facts holds something', () => {
  const { facts } = fixture(MACHINE_VERSION);
  const { processes, ...ofCase } = facts;
  expect(Object.keys(processes).length).toBeGreaterThan(1);
  const named = (whole: object, name: string): string[] =>
    Object.entries(whole).flatMap(([part, value]) =>
      isEmpty(value)
        ? [`${name}${part}`]
        : typeof value === 'object' && name === ''
          ? Object.entries(value as object).flatMap(([field, v]) => (isEmpty(v) ? [`${part}.${field}`] : []))
          : [],
    );
  // `closed` is null in a case that is open again; the rest is there
  expect(named(ofCase, '').filter((path) => path !== 'closing.closed')).toEqual([]);
  const parts = Object.keys(Object.values(processes)[0] ?? {});
  const nowhere = parts.filter((part) => Object.values(processes).every((p) => isEmpty(p[part as keyof typeof p])));
  expect(nowhere).toEqual([]);
  const inside = parts.flatMap((part) => {
    const all = Object.values(processes).map((p) => p[part as keyof typeof p]);
    const fields = new Set(
      all.flatMap((v) => (v !== null && typeof v === 'object' && !Array.isArray(v) ? Object.keys(v) : [])),
    );
    return [...fields]
      .filter((field) => all.every((v) => isEmpty((v as unknown as Record<string, unknown> | null)?.[field] ?? null)))
      .map((field) => `${part}.${field}`);
  });
  expect(inside).toEqual([]);
});
