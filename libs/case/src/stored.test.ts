// Stored cases of every version are read by today's process, and those of a newer one refuse loudly.
import { readFileSync } from 'node:fs';
import { decide } from './decide.js';
import { doors } from './doors.js';
import { settingsWith } from './settings.js';
import { MACHINE_VERSION, NewerMachine, upgrade, type StoredCase } from './stored.js';

const settings = settingsWith({});
const at = '2026-11-12T10:00:00.000Z';
const fixture = (version: number): StoredCase =>
  JSON.parse(
    readFileSync(new URL(`../../../test/fixtures/stored-cases/v${version}.json`, import.meta.url), 'utf8'),
  ) as StoredCase;
const versions = Array.from({ length: MACHINE_VERSION }, (_v, i) => i + 1);

test.each(versions)('a case stored by version %i is read, upgraded, and goes on', (version) => {
  const frozen = fixture(version);
  const untouched = structuredClone(frozen);
  expect(frozen.machineVersion).toBe(version);
  const stored = upgrade(frozen);
  expect(stored.machineVersion).toBe(MACHINE_VERSION);
  expect(frozen).toEqual(untouched);
  expect(doors(stored, at, settings).length).toBeGreaterThan(20);
  const withdrawn = { type: 'consent.withdrawn', participantId: 'h', purpose: 'prepare', at, by: 'ph' } as const;
  const decided = decide(frozen, withdrawn, settings);
  expect(decided.ok && decided.next.state).toBe('consent');
  expect(decided.ok && decided.next.facts.conference.booking).toBeNull();
});

test('a case written by a newer process refuses loudly, whatever is asked of it', () => {
  const newer = { ...fixture(MACHINE_VERSION), machineVersion: MACHINE_VERSION + 1 };
  const worry = { type: 'concern.raised', concernId: 'x', text: 't', at, by: 'coord' } as const;
  expect(() => upgrade(newer)).toThrow(NewerMachine);
  expect(() => doors(newer, at, settings)).toThrow(NewerMachine);
  expect(() => decide(newer, worry, settings)).toThrow(`version ${MACHINE_VERSION + 1}`);
});

test('the frozen case is one in which every part of the facts holds something', () => {
  const { facts } = fixture(MACHINE_VERSION);
  const empty = (
    [
      'people',
      'contact',
      'consent',
      'facilitators',
      'preparation',
      'exchange',
      'agreement',
      'followUp',
      'post',
    ] as const
  ).filter((slice) =>
    Object.values(facts[slice] as object).every(
      (v) => v === null || (typeof v === 'object' && Object.keys(v as object).length === 0),
    ),
  );
  expect(empty).toEqual([]);
  expect(facts.conference.booking).not.toBeNull();
  expect(facts.conference.held.length).toBeGreaterThan(0);
});
