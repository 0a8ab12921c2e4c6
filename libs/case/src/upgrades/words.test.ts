// Words that the practice does not use were replaced: what was stored and written down under the old ones is read in today's.
import { readFileSync } from 'node:fs';
import { doors } from '../doors.js';
import { settingsWith } from '../settings.js';
import { upgrade, type Stored } from '../stored.js';
import { inTodaysWords } from './events.js';

const text = readFileSync(new URL('../../../../test/fixtures/stored-cases/v3.json', import.meta.url), 'utf8');
interface Old {
  state: { processes: Record<string, unknown> };
  facts: {
    safeguarding: { concerns: Record<string, { decision: { decision: string } | null }> };
    processes: Record<string, { signOffs: { signed: Record<string, object> }; agreement: { items: object } }>;
  };
}
const stamp = { at: '2026-11-12T10:00:00.000Z', by: 'lead' };

/** The frozen case of version 3, with something under each word that has changed. */
function caseOfVersion3(): Stored {
  const old = JSON.parse(text) as Stored & Old;
  old.state.processes['p2'] = { conference: 'exchange' };
  for (const concern of Object.values(old.facts.safeguarding.concerns))
    if (concern.decision) concern.decision.decision = 'refer';
  const [process] = Object.values(old.facts.processes);
  if (process) {
    process.signOffs.signed['breach|i'] = { ...stamp, outcome: 'passed' };
    const told = { ...stamp, outcome: 'breached' };
    process.agreement.items = {
      i: { doer: 'r1', recipient: 'h1', agreedAt: stamp.at, outcome: told, recipientTold: told },
    };
  }
  return old;
}

test('letters pass in an exchange, which is a stage of its own and no step of a conference', () => {
  expect(upgrade(caseOfVersion3()).state.processes).toMatchObject({ p2: 'exchange', p6: { conference: 'booked' } });
});

test('what was agreed and not kept, and a stop with a referral, are called so', () => {
  const { facts } = upgrade(caseOfVersion3());
  const [process] = Object.values(facts.processes);
  expect(process?.agreement.items['i']).toMatchObject({
    outcome: { outcome: 'notKept' },
    recipientTold: { outcome: 'notKept' },
  });
  expect(Object.keys(process?.signOffs.signed ?? {})).toContain('notKept|i');
  expect(Object.values(facts.safeguarding.concerns).map((c) => c.decision?.decision)).toContain('stopAndRefer');
  expect(doors(upgrade(caseOfVersion3()), stamp.at, settingsWith({})).length).toBeGreaterThan(20);
});

test.each([
  [
    { ...stamp, type: 'breach.reported', itemId: 'i', recipient: 'x', ground: 'required' },
    { ...stamp, type: 'item.notKeptReported', itemId: 'i', recipient: 'x', ground: 'required' },
  ],
  [
    { ...stamp, type: 'session.left', participantId: 'h1' },
    { ...stamp, type: 'session.steppedOut', participantId: 'h1' },
  ],
  [
    { ...stamp, type: 'item.progressed', itemId: 'i', outcome: 'breached' },
    { ...stamp, type: 'item.progressed', itemId: 'i', outcome: 'notKept' },
  ],
  [
    { ...stamp, type: 'concern.decided', concernId: 'c', decision: 'refer', reason: 't' },
    { ...stamp, type: 'concern.decided', concernId: 'c', decision: 'stopAndRefer', reason: 't' },
  ],
  [
    { ...stamp, type: 'checkpoint.passed', checkpoint: 'breach', about: 'i', reason: 't' },
    { ...stamp, type: 'checkpoint.passed', checkpoint: 'notKept', about: 'i', reason: 't' },
  ],
  [
    { ...stamp, type: 'facilitator.assigned', staffId: 's', standing: { level: 'Advanced', capacity: 9 } },
    { ...stamp, type: 'facilitator.assigned', staffId: 's', standing: { level: 'Advanced', caseloadLimit: 9 } },
  ],
])('an entry of a journal is read in the words of today: %j', (old, now) => {
  expect(inTodaysWords(old)).toEqual(now);
  expect(inTodaysWords(now)).toEqual(now);
});

test('no other word is touched: a text that reads like an old word stays as it was written', () => {
  const said = { ...stamp, type: 'case.paused', reason: 'refer', organisation: 'breach' };
  expect(inTodaysWords(said)).toEqual(said);
});
