// What one person knows at one moment is one command: judged in order, all or nothing, and possible to look at before (R100).
import { randomUUID } from 'node:crypto';
import { openCaseApi, type CaseApi, type Who } from '../../../../test/harness/api/case-api.js';

let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

type Event = Record<string, unknown>;
const TOGETHER = `mutation ($command: Command!, $events: [AnyEvent!]!) { recordTogether(command: $command, events: $events) {
  __typename ... on Told { revision made madeEach } ... on Refused { why which blockers { rule about } } ... on Stale { revision } } }`;
const PREVIEW = `query ($caseId: ID!, $event: AnyEvent!, $also: [AnyEvent!]) { preview(caseId: $caseId, event: $event, also: $also) {
  happens why which blockers { rule about } tasks { task about } } }`;

async function together(who: Who, events: readonly Event[], key = randomUUID()) {
  const { body } = await caseApi.ask(who, TOGETHER, { command: { caseId: caseApi.caseId, key }, events });
  return { answer: body.data?.['recordTogether'] as Event | null, code: body.errors?.[0]?.extensions?.['code'] };
}
async function previewed(who: Who, [event, ...also]: readonly Event[]) {
  const { body } = await caseApi.ask(who, PREVIEW, { caseId: caseApi.caseId, event, also });
  return body.data?.['preview'] as Event;
}
const entries = async (): Promise<string[]> => {
  const sql = 'select type from journal where case_id = $1 order by seq';
  const { rows } = await caseApi.service.pools.plain.query<{ type: string }>(sql, [caseApi.caseId]);
  return rows.map(({ type }) => type);
};
const CONCERN = 'b0000000-0000-4000-8000-00000000000b';
const raises = () => ({ raiseConcern: { concernId: CONCERN, about: caseApi.harmed, text: 'He waits outside' } });
const decides = { decideConcern: { concernId: CONCERN, decision: 'continue', reason: 'It was his own house' } };

test('each event is judged as the ones before it left the case: a concern is decided that was raised with it', async () => {
  const before = await entries();
  const alone = await together('safeguardingLead', [decides]);
  expect(alone.answer).toMatchObject({ __typename: 'Refused', blockers: [{ rule: 'unknown', about: 'concernId' }] });
  const { answer } = await together('safeguardingLead', [raises(), decides]);
  expect(answer).toMatchObject({ __typename: 'Told', made: null, madeEach: [CONCERN, null] });
  expect(answer?.['revision']).toBe(before.length + 2);
  expect((await entries()).slice(before.length)).toEqual(['concern.raised', 'concern.decided']);
  // what was asked for and done by the same command waits for nobody
  const sql = `select 1 from task where case_id = $1 and task = 'decideConcern' and done_at is null`;
  expect((await caseApi.service.pools.plain.query(sql, [caseApi.caseId])).rows).toEqual([]);
});

test('where one is refused nothing happens at all, and the answer says which', async () => {
  const before = await entries();
  const flag = { setFlag: { flag: 'hate' } };
  const { answer } = await together('lead', [flag, { beginPreparation: {} }]);
  expect(answer).toMatchObject({ __typename: 'Refused', which: 2 });
  // a decision on a concern is the safeguarding lead's, also in company
  const other = await together('lead', [flag, decides]);
  expect(other.answer).toMatchObject({ __typename: 'Refused', why: 'notPermitted', which: 2, blockers: [] });
  expect(await entries()).toEqual(before);
});

test('one event alone is refused without a number', async () => {
  expect((await together('lead', [{ beginPreparation: {} }])).answer).toMatchObject({ which: null });
});

test('it is previewed as it is told, and a preview saves nothing', async () => {
  const before = await entries();
  const events = [{ setFlag: { flag: 'stalking' } }, { pauseCase: { reason: 'We wait for the enquiries' } }];
  expect(await previewed('lead', events)).toMatchObject({ happens: true, why: null, which: null });
  expect(await previewed('lead', [...events, { beginPreparation: {} }])).toMatchObject({ happens: false, which: 3 });
  expect(await entries()).toEqual(before);
});

test('the same command under the same key happens once, with the same answer', async () => {
  const events = [{ setFlag: { flag: 'death' } }, { setFlag: { flag: 'relationship' } }];
  const key = randomUUID();
  const { answer } = await together('lead', events, key);
  const after = await entries();
  expect(await together('lead', events, key)).toEqual({ answer, code: undefined });
  expect(await entries()).toEqual(after);
  expect((await together('lead', events.toReversed(), key)).code).toBe('BAD_USER_INPUT');
});

test('a person says several things of themselves, and none of anybody else', async () => {
  const own = { recordNeeds: { participantId: caseApi.harmed, language: 'en', needs: [] } };
  const safe = { recordSafeContact: { participantId: caseApi.harmed, channels: ['phone'] } };
  expect((await together('harmed', [own, safe])).answer).toMatchObject({ __typename: 'Told', revision: null });
  const others = { recordNeeds: { participantId: caseApi.responsible, language: 'en', needs: [] } };
  expect((await together('harmed', [own, others])).answer).toMatchObject({ __typename: 'Refused', blockers: [] });
});

test('no event, and more than one person knows at a moment, are no command', async () => {
  expect((await together('lead', [])).code).toBe('BAD_USER_INPUT');
  const many = Array.from({ length: 41 }, () => ({ setFlag: { flag: 'hate' } }));
  expect((await together('lead', many)).code).toBe('BAD_USER_INPUT');
});

test('R42, R100: whoever hands out cases asks, declares and takes one themselves in one command; another declares for themselves', async () => {
  const staffId = caseApi.actors.coordinator.id;
  const asks = (id: string) => ({ askFacilitator: { staffId: id, duty: 'coFacilitator' } });
  const declares = (id: string) => ({ declareConflict: { staffId: id, connected: false } });
  const assigns = (id: string) => ({ assignFacilitator: { staffId: id, duty: 'coFacilitator' } });
  const other = caseApi.actors.otherFacilitator.id;
  const forAnother = await together('coordinator', [asks(other), declares(other), assigns(other)]);
  expect(forAnother.answer).toMatchObject({ __typename: 'Refused', which: 2 });
  const { answer } = await together('coordinator', [asks(staffId), declares(staffId), assigns(staffId)]);
  expect(answer).toMatchObject({ __typename: 'Told' });
});
