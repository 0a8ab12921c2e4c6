// Promise: any number of processes on one database are one service: what was begun on one goes on in another.
import { randomUUID } from 'node:crypto';
import { inputOf } from '../harness/api/sample-commands.js';
import { Browsing } from '../harness/web/http-visitor.js';
import { beginSeveral, type SeveralProcesses } from '../harness/process/several-processes.js';

let several: SeveralProcesses;
beforeAll(async () => void (several = await beginSeveral()), 240_000);
afterAll(() => several?.ends(), 60_000);

const browser = () => new Browsing(several.balancer.url);
/** The balancer takes turns, so that a walk of a few requests meets every process. */
const everybodyAnswered = () =>
  expect([...several.balancer.answered('api'), ...several.balancer.answered('web')].every((some) => some > 0)).toBe(
    true,
  );

test('staff begin to sign in with one process and come back to another', async () => {
  const walk = browser();
  await walk.open('/sign-in');
  await walk.send('/sign-in');
  await walk.follow();
  await walk.send(walk.path, { subject: 'demo-coordinator' });
  await walk.follow();
  expect([walk.path, walk.html.includes('Cora Coordinator')]).toEqual(['/today', true]);
  for (let times = 0; times < 2; times += 1) {
    await walk.open('/me'); // the session is known to each
    expect(walk.path).toBe('/me');
  }
  await walk.send('/sign-out');
  await walk.open('/me');
  expect(walk.path).toBe('/signed-out');
  everybodyAnswered();
});

const invite = async () => {
  const [person] = several.invited;
  const { invite: made } = await several.ask<{ invite: { code: string } }>(
    'demo-facilitator',
    `mutation ($caseId: ID!, $participantId: ID!) {
      invite(caseId: $caseId, participantId: $participantId, how: inPerson) { ... on Invited { code } } }`,
    { caseId: person?.caseId, participantId: person?.participantId },
  );
  expect(made.code).toEqual(expect.any(String));
  return made.code;
};
const oneTimeCode = async () => {
  const [person] = several.invited;
  const { assistSignIn } = await several.ask<{ assistSignIn: { code: string } }>(
    'demo-coordinator',
    `mutation ($caseId: ID!, $participantId: ID!) {
      assistSignIn(caseId: $caseId, participantId: $participantId, checked: inPerson) { ... on Assisted { code } } }`,
    { caseId: person?.caseId, participantId: person?.participantId },
  );
  expect(assistSignIn.code).toEqual(expect.any(String));
  return assistSignIn.code;
};

test('a participant gives the invitation to one process and the one-time code to another', async () => {
  const walk = browser();
  await walk.open('/start');
  await walk.send('/start', { code: await invite() });
  expect(walk.path).toBe('/start/code');
  await walk.send('/start/code', { code: await oneTimeCode() });
  expect([walk.path, walk.cookies.has('session')]).toEqual(['/your-page', true]);
  await walk.open('/your-page');
  expect(walk.html).toContain('Where you are');
});

test('a list is read page by page, each page by the next process, and has every case once', async () => {
  interface Page {
    caseload: {
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const query = `query ($first: Int!, $after: String) { caseload(first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
  const { caseload: whole } = await several.ask<Page>('demo-coordinator', query, { first: 100 });
  const found: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { caseload }: Page = await several.ask<Page>('demo-coordinator', query, { first: 1, after });
    found.push(...caseload.edges.map(({ node }) => node.id));
    ({ hasNextPage: more, endCursor: after } = caseload.pageInfo);
  }
  expect(found.length).toBeGreaterThan(2);
  expect(found).toEqual(whole.edges.map(({ node }) => node.id));
});

const report = `mutation ($c: Command!, $e: ${inputOf('reportRiskInformation')}!) {
  reportRiskInformation(command: $c, event: $e) { __typename ... on Told { revision } } }`;

test('a command that is sent to both processes under one key happens once, and has one answer', async () => {
  // Another case than that of the people invited here: news of a risk stands before an invitation.
  const { caseload } = await several.ask<{ caseload: { edges: { node: { id: string } }[] } }>(
    'demo-coordinator',
    '{ caseload(first: 100) { edges { node { id } } } }',
  );
  const caseId = caseload.edges.map(({ node }) => node.id).find((id) => id !== several.invited[0]?.caseId);
  const command = { c: { caseId, key: randomUUID() }, e: { text: 'Heard of once' } };
  const answers = await Promise.all([0, 1, 2, 3].map(() => several.ask('demo-manager', report, command)));
  expect(answers[0]).toMatchObject({ reportRiskInformation: { __typename: 'Told' } });
  expect(answers.slice(1)).toEqual([answers[0], answers[0], answers[0]]);
});

/** A visitor at an address, as a proxy nearer to them says it. `second` is asked when the first step is done. */
async function tries(address: string, code: string, second?: () => Promise<string>): Promise<Browsing> {
  const walk = new Browsing(several.balancer.url, { 'x-forwarded-for': address });
  await walk.open('/start');
  await walk.send('/start', { code });
  if (second) await walk.send('/start/code', { code: await second() });
  return walk;
}

test('guesses from an address refuse nobody there who holds a good code, in whichever process', async () => {
  const code = await invite();
  // Each process has seen about ten invented codes.
  for (let guess = 0; guess < 20; guess += 1) await tries('203.0.113.9', `AAAA-BBBB-CCCC-${1000 + guess}`);
  const walk = await tries('203.0.113.9', code, oneTimeCode);
  expect([walk.status, walk.path]).toEqual([200, '/your-page']);
});
