// Sending a file of referrals over HTTP: who may, how long it may be, and what each refusal says.
import type { ReferralFiles } from '../../src/ports/referral-files.js';
import { noReferralFiles } from '../../src/ports/referral-files.js';
import { openTestApi, type TestApi } from '../../../../test/harness/api/test-api.js';

const came: string[] = [];
const referralFiles: ReferralFiles = {
  ...noReferralFiles,
  mostBytes: async (actor) => (actor.kind === 'staff' && actor.roles.includes('manager') ? 1_000 : null),
  send: async (_actor, name, bytes) => {
    came.push(`${name} ${Buffer.from(bytes).toString()}`);
    return 'f1';
  },
};
let api: TestApi;
beforeAll(async () => void (api = await openTestApi({ referralFiles })));
afterAll(() => api.close());

const form = (text: string, parts = 1) =>
  `${`--x\r\ncontent-disposition: form-data; name="file"; filename="Ann Example.csv"\r\n\r\n${text}\r\n`.repeat(parts)}--x--\r\n`;
async function post(subject: string | null, payload: string, type = 'multipart/form-data; boundary=x') {
  const authorization = subject === null ? {} : { authorization: `Bearer ${await api.token(subject, '')}` };
  return api.send({ url: '/referral-files', payload, headers: { 'content-type': type, ...authorization } });
}

test('a manager sends a file as a form, and is given its id', async () => {
  expect(await post('mona', form('a,b'))).toMatchObject({ status: 201, body: { id: 'f1' } });
  expect(came).toEqual(['Ann Example.csv a,b']);
});

test.each([
  ['somebody who does not say who they are', null, form('a'), undefined, 401],
  ['a facilitator', 'fay', form('a'), undefined, 403],
  ['a participant', 'harry', form('a'), undefined, 403],
  ['a file that is longer than the service takes', 'mona', form('a'.repeat(1_001)), undefined, 413],
  ['two files at once', 'mona', form('a', 2), undefined, 413],
  ['a form without a file', 'mona', '--x--\r\n', undefined, 400],
  ['a file that is no form', 'mona', '{}', 'application/json', 415],
])('%s is answered with a problem, and nothing is kept', async (_, subject, payload, type, status) => {
  const before = came.length;
  const answer = await post(subject, payload, type);
  expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ type: 'about:blank', status })]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.text).not.toMatch(/Ann Example|FST_/);
  expect(came).toHaveLength(before);
});

test('no other address reads forms', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  expect((await api.send({ url: '/graphql', payload: form('a'), headers })).status).toBe(415);
});
