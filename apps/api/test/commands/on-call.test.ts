// Who raises a concern about a case they do not work on: whoever opened it in an emergency, and whom the service names as on call (R37).
import { randomUUID } from 'node:crypto';
import { openCaseApi, type CaseApi, type Who } from '../../../../test/harness/api/case-api.js';
import { codeOf } from '../../../../test/harness/api/test-api.js';

let caseApi: CaseApi;
beforeAll(async () => void (caseApi = await openCaseApi()), 60_000);
afterAll(() => caseApi.close());

const worry = { text: 'Her neighbour called: he is at the door' };
const raises = async (who: Who, command: object = {}) => {
  const reply = await caseApi.tell(who, 'raiseConcern', worry, { key: randomUUID(), ...command });
  const answer = reply.body.data?.['raiseConcern'] as { __typename: string } | undefined;
  return codeOf(reply) ?? answer?.__typename;
};
/** The service says who is on call: by the names under which they sign in. */
const onCall = async (...who: Who[]): Promise<void> => {
  const ids = who.map((one) => caseApi.actors[one].id);
  await caseApi.service.pools.plain.query(
    `update service set settings = settings || jsonb_build_object('safeguardingOnCall',
       (select coalesce(jsonb_agg(subject), '[]') from staff where id = any ($2::uuid[]))) where id = $1`,
    [caseApi.service.serviceId, ids],
  );
};
const concernsBy = async (who: Who): Promise<number> => {
  const sql = `select 1 from journal where case_id = $1 and type = 'concern.raised' and by = $2`;
  return (await caseApi.service.pools.plain.query(sql, [caseApi.caseId, caseApi.actors[who].id])).rows.length;
};

test('R37: whoever opened a case in an emergency raises a concern about it, and about somebody in it', async () => {
  expect(await raises('emergency')).toBe('Told');
  const about = await caseApi.tell('emergency', 'raiseConcern', { ...worry, about: caseApi.harmed });
  expect(about.body.data?.['raiseConcern']).toMatchObject({ __typename: 'Told' });
  expect(await concernsBy('emergency')).toBe(2);
  const paused = await caseApi.tell('emergency', 'pauseCase', { reason: 'He is at the door' });
  expect(paused.body.data?.['pauseCase']).toMatchObject({ __typename: 'Refused', why: 'notPermitted' });
});

test('R37: whoever is on call raises a concern about any case, by its id or as it is read out, and does and sees nothing else', async () => {
  const { rows } = await caseApi.service.pools.plain.query<{ reference: string }>(
    'select reference from case_file where id = $1',
    [caseApi.caseId],
  );
  const readOut = { caseId: rows[0]?.reference.toLowerCase().replace('-', ' ') };
  await onCall('lead');
  expect([await raises('otherFacilitator'), await raises('otherFacilitator', readOut)]).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  await onCall('lead', 'otherFacilitator', 'otherService', 'connected');
  expect([await raises('otherFacilitator'), await raises('otherFacilitator', readOut)]).toEqual(['Told', 'Told']);
  expect(await concernsBy('otherFacilitator')).toBe(2);
  expect(codeOf(await caseApi.tell('otherFacilitator', 'setFlag', { flag: 'hate' }))).toBe('NOT_FOUND');
  expect(codeOf(await caseApi.preview('otherFacilitator', 'raiseConcern', worry))).toBe('NOT_FOUND');
  const seen = await caseApi.ask('otherFacilitator', 'query ($id: ID!) { case(id: $id) { id } }', {
    id: caseApi.caseId,
  });
  expect(seen.body.data?.['case'] ?? null).toBeNull();
  const events = [{ raiseConcern: worry }, { setFlag: { flag: 'hate' } }];
  const TOGETHER = `mutation ($c: Command!, $e: [AnyEvent!]!) { recordTogether(command: $c, events: $e) { __typename } }`;
  const both = await caseApi.ask('otherFacilitator', TOGETHER, {
    c: { caseId: caseApi.caseId, key: randomUUID() },
    e: events,
  });
  expect(codeOf(both)).toBe('NOT_FOUND');
  // a connection outranks being on call (R42), and another service names nobody here
  expect([await raises('connected'), await raises('otherService')]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});
