// Several processes of one case over HTTP: the only one need not be named, and a person learns of none but their own (R81, R95).
import { randomUUID } from 'node:crypto';
import type { Facts } from '#libs/case';
import { openCaseApi, type CaseApi } from '../../../../test/harness/api/case-api.js';
import type { Reply } from '../../../../test/harness/api/test-api.js';

let caseApi: CaseApi;
let first: string;
let second: string;
beforeAll(async () => {
  caseApi = await openCaseApi();
  [first = ''] = await processIds();
}, 60_000);
afterAll(() => caseApi.close());

const nothingHas = 'c0000000-0000-4000-8000-00000000000c';
const answerOf = (reply: Reply, field: string) => reply.body.data?.[field] as Record<string, unknown>;
/** What the case knows now. */
async function factsNow(): Promise<Facts> {
  const { service, caseId, actors } = caseApi;
  const row = (await service.reading.casesFor(actors.manager, [caseId])).get(caseId);
  if (!row) throw new Error('There is no such case');
  return row.stored.facts;
}
const processIds = async (): Promise<string[]> => Object.keys((await factsNow()).processes);
const ready = (participantId: string, more: object = {}) => ({ participantId, ready: true, ...more });
const unknown = { why: 'blocked', blockers: [{ rule: 'unknown', about: 'processId', since: null }] };

test('a case begins with one process, which no command need name', async () => {
  expect(await processIds()).toHaveLength(1);
  const told = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.harmed));
  expect(answerOf(told, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
  const named = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.harmed, { processId: first }));
  expect(answerOf(named, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
});

test('what has no input but its process may come without one', async () => {
  const begin = `mutation ($command: Command!) { beginPreparation(command: $command) { __typename ... on Refused { why } } }`;
  const reply = await caseApi.ask('lead', begin, { command: { caseId: caseApi.caseId, key: randomUUID() } });
  expect(answerOf(reply, 'beginPreparation')).toEqual({ __typename: 'Refused', why: 'notNow' });
});

test('a process that the case does not have is refused like any unknown id', async () => {
  const reply = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.harmed, { processId: nothingHas }));
  expect(answerOf(reply, 'stateReadiness')).toEqual({ __typename: 'Refused', ...unknown });
});

describe('with a second process, of the person responsible alone', () => {
  const key = randomUUID();
  beforeAll(async () => {
    const members = [{ participantId: caseApi.responsible, part: 'responsible' }];
    const before = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.responsible), { key });
    if (answerOf(before, 'stateReadiness')['__typename'] !== 'Told') throw new Error(before.text);
    const opened = answerOf(await caseApi.tell('lead', 'openProcess', { members }), 'openProcess');
    second = String(opened['made']);
  });

  test('staff must say which they mean', async () => {
    expect((await processIds()).toSorted()).toEqual([first, second].toSorted());
    const unsaid = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.responsible));
    expect(answerOf(unsaid, 'stateReadiness')).toEqual({ __typename: 'Refused', ...unknown });
    const shown = answerOf(await caseApi.preview('lead', 'stateReadiness', ready(caseApi.responsible)), 'preview');
    expect(shown).toMatchObject({ happens: false, ...unknown, moves: [] });
    const said = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.responsible, { processId: second }));
    expect(answerOf(said, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
  });

  test('a command sent before it was opened is the same command when it is sent again', async () => {
    const again = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.responsible), { key });
    expect(answerOf(again, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
  });

  test('a person who is not in it need not name their own, and finds the other as absent as one that is nowhere', async () => {
    const told = await caseApi.tell('harmed', 'stateReadiness', ready(caseApi.harmed));
    expect(answerOf(told, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
    for (const [verb, event] of [
      ['stateReadiness', { ready: true }],
      ['refuseConsent', { purpose: 'prepare' }],
      ['withdrawConsent', { purpose: 'prepare' }],
      ['stepOut', {}],
      ['noteReceipt', { communicationId: nothingHas, receipt: 'read' }],
    ] as const) {
      const say = (processId: string) => ({ participantId: caseApi.harmed, ...event, processId });
      const hidden = await caseApi.tell('harmed', verb, say(second));
      expect(hidden.text).toBe((await caseApi.tell('harmed', verb, say(nothingHas))).text);
      expect((await caseApi.preview('harmed', verb, say(second))).text).toBe(
        (await caseApi.preview('harmed', verb, say(nothingHas))).text,
      );
    }
  });

  test('it ends by itself, and then the first is the only one again', async () => {
    const why = { processId: second, reason: 'noProcessWanted', side: 'withheld' };
    const shown = answerOf(await caseApi.preview('lead', 'endProcess', why), 'preview');
    expect(shown).toMatchObject({ happens: true, moves: [{ processId: second, from: 'suitability', to: 'ended' }] });
    expect(answerOf(await caseApi.tell('lead', 'endProcess', why), 'endProcess')).toMatchObject({ __typename: 'Told' });
    const told = await caseApi.tell('lead', 'stateReadiness', ready(caseApi.responsible));
    expect(answerOf(told, 'stateReadiness')).toMatchObject({ __typename: 'Told' });
  });
});

test('what was recorded late is a deviation where the door was shut on its day, for somebody else to review (R95)', async () => {
  // as soon as the case was there: nothing was booked then
  const opened = Date.parse((await factsNow()).openedAt);
  const [at, endedAt] = [1, 2].map((past) => new Date(opened + past).toISOString());
  const meeting = {
    on: at,
    endedAt,
    attended: [caseApi.harmed, caseApi.responsible],
    how: 'asPlanned',
    aftercare: 'Ann',
  };
  const told = answerOf(
    await caseApi.tell('lead', 'recordConference', { processId: first, ...meeting }),
    'recordConference',
  );
  expect(told).toMatchObject({ __typename: 'Told' });
  const [[deviationId, deviation] = []] = Object.entries((await factsNow()).deviations.of);
  expect(deviation).toMatchObject({ door: 'begin', on: at, processId: first, reviewed: null });
  expect(deviation?.blockers.map(({ rule }) => rule)).toContain('booking');
  const review = { deviationId, finding: 'The prison had no connection' };
  const byOther = await caseApi.tell('safeguardingLead', 'reviewDeviation', review);
  expect(answerOf(byOther, 'reviewDeviation')).toMatchObject({ __typename: 'Told' });
});
