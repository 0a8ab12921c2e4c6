// Promise: somebody who is deactivated is out with their very next request, though a command looks them up only together with its case.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import request from 'supertest';
import { aCase } from '../scenario/a-case.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).begins();
}, 120_000);
afterAll(() => service.ends());

const setFlag = `mutation ($command: Command!, $event: FlagSet!) {
  setFlag(command: $command, event: $event) { __typename } }`;
async function tell(who: string, flag: string, command: object = {}) {
  const variables = { command: { caseId: theCase.id, key: randomUUID(), ...command }, event: { flag } };
  const { status, body } = await request(service.url)
    .post('/graphql')
    .set('authorization', `Bearer ${await service.tokenOf(who)}`)
    .send({ query: setFlag, variables });
  const { data, errors } = body as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status, data, code: errors?.[0]?.extensions.code };
}
const nobody = { status: 401, data: undefined, code: 'UNAUTHENTICATED' };
const revision = async () =>
  (await service.sql<{ revision: number }>('select revision from case_file where id = $1', theCase.id))[0]?.revision;
const set = (who: string, column: string, value: unknown) =>
  service.sql(`update staff set ${column} = $2 where subject = $1`, who, value);

test('a command of somebody who has sent one before is two round trips to the database', async () => {
  await tell('mona', 'hate');
  await tell('mona', 'death');
  const { query } = pg.Client.prototype;
  let trips = 0;
  const counted = function (this: pg.Client, ...given: unknown[]): unknown {
    trips += 1;
    return Reflect.apply(query, this, given);
  };
  pg.Client.prototype.query = counted as typeof query;
  const { data } = await tell('mona', 'mentalHealth').finally(() => (pg.Client.prototype.query = query));
  expect(data).toEqual({ setFlag: { __typename: 'Told' } });
  expect(trips).toBe(2);
});

test('deactivated between two commands, they are nobody: nothing is written, whatever they sent', async () => {
  await tell('sade', 'multiParty');
  await tell('sade', 'relationship');
  await set('sade', 'active', false);
  const before = await revision();
  expect(await tell('sade', 'hate')).toEqual(nobody);
  expect(await tell('sade', 'hate')).toEqual(nobody);
  expect(await revision()).toBe(before);
  await set('sade', 'active', true);
  await tell('sade', 'hate');
  await set('sade', 'active', false);
  // Nor are they told what is wrong with what they sent.
  expect(await tell('sade', 'hate', { key: '' })).toEqual(nobody);
  await set('sade', 'active', true);
  expect((await tell('sade', 'hate')).data).toEqual({ setFlag: { __typename: 'Told' } });
});

test('a role given or taken between two commands holds for the second', async () => {
  expect((await tell('mona', 'hate')).data).toEqual({ setFlag: { __typename: 'Told' } });
  await set('mona', 'roles', ['facilitator']);
  expect((await tell('mona', 'death')).code).toBe('NOT_FOUND');
  await set('mona', 'roles', ['manager']);
  expect((await tell('mona', 'death')).data).toEqual({ setFlag: { __typename: 'Told' } });
});
