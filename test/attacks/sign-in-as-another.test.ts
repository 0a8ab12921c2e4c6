// Attack: somebody comes in as a person they are not: a member of staff with both codes, a person of another case, a record that was merged.
import { PersonRegister } from '#libs/people';
import { doneCommands } from '#libs/commands';
import { openSignInApi, type SignInApi } from '../harness/api/sign-in-api.js';

let signInApi: SignInApi;
beforeAll(async () => {
  signInApi = await openSignInApi();
}, 120_000);
afterAll(() => signInApi.close());

/** Whether a session still lets its person in. */
const isIn = async (token: string) => (await signInApi.send('me', {}, { token })).status === 200;
const set = (sql: string, ...values: unknown[]) => signInApi.service.pools.plain.query(sql, values);

test('a colleague who has checked who they speak to reads the one-time code out, and both sides are shown it', async () => {
  const { coordinator, caseId, harmed } = signInApi;
  const invitation = await signInApi.invites();
  const token = await signInApi.comesIn(coordinator);
  const { participantId } = harmed;
  const { code } = await signInApi.ask<{ code: string }>('assistSignIn', { caseId, participantId }, token);
  const signedIn = await signInApi.ask<{ token: string }>('redeemCode', { invitation, code });
  expect(await signInApi.ask('me', {}, signedIn.token)).toMatchObject({ assistedSignIns: [{ checked: 'calledBack' }] });
  const [made] = await signInApi.ask<object[]>('invitations', { caseId }, token);
  expect(made).toMatchObject({ state: 'used', assistedById: coordinator.id, checked: 'calledBack' });
});

test('whoever handed over the invitation cannot read out the code as well, by whatever way they handed it over', async () => {
  const { lead, caseId, harmed } = signInApi;
  const token = await signInApi.comesIn(lead);
  const who = { caseId, participantId: harmed.participantId };
  for (const how of ['post', 'phone', 'inPerson']) {
    await signInApi.ask('invite', { ...who, how }, token);
    expect(await signInApi.ask('assistSignIn', who, token)).toEqual({
      __typename: 'AssistRefused',
      blockers: [{ rule: 'sameHand' }],
    });
  }
  await signInApi.ask('invite', { ...who, how: 'safeChannel' }, token);
  expect(await signInApi.ask('assistSignIn', who, token)).toMatchObject({ __typename: 'Assisted' });
});

test('a session shows the case of its invitation, and no other case of the same person', async () => {
  const { service, coordinator, harmed, caseId } = signInApi;
  const further = await service.aCase(coordinator);
  const there = `update participant set person_id = $2 where case_id = $1 and role = 'harmed'`;
  await set(there, further, harmed.personId);
  const token = await signInApi.enters();
  const seen = await signInApi.ask<{ id: string }[]>('myCases', {}, token);
  expect(seen.map(({ id }) => id)).toEqual([caseId]);
  const { body } = await signInApi.send('case', { id: further }, { token });
  expect(body.data).toEqual({ case: null });
  await set(`update participant set person_id = told_id where case_id = $1`, further);
});

test('a merge and its undoing shut everybody out whom they are about, until they come in anew', async () => {
  const { service, clock } = signInApi;
  const sides = [signInApi.harmed, signInApi.responsible];
  const all = async () => Promise.all((await entered()).map(isIn));
  const entered = async () => [await signInApi.enters(), await signInApi.enters(sides[1]?.participantId)];
  const [before, open] = [await entered(), await signInApi.invites()];
  const [keptId, goneId] = [signInApi.harmed.personId, signInApi.responsible.personId];
  const register = new PersonRegister(
    { database: service.database, sealing: service.people.sealing, commands: doneCommands(service.people.sealing) },
    service.people,
    async () => [],
  );
  const lead = await service.staff('safeguardingLead', 'coordinator');
  const at = clock.now.toISOString();
  const merged = await register.merge(lead, 'merge', { keptId, goneId, reason: 'The same' }, at);
  if (!merged.ok) throw new Error(merged.problems.join());
  expect(await Promise.all(before.map(isIn))).toEqual([false, false]);
  await signInApi.ask('redeemInvitation', { code: open });
  expect(await signInApi.posted()).toBe('');
  const between = await entered();
  // Each came in anew to one case: as the one person they are now, and still to that case alone.
  for (const [n, token] of between.entries()) {
    expect(await signInApi.ask('me', {}, token)).toMatchObject({ id: keptId });
    const parts = await signInApi.ask<{ participantId: string }[]>('myCases', {}, token);
    expect(parts.map(({ participantId }) => participantId)).toContain(sides[n]?.participantId);
  }
  const undone = await register.undoMerge(lead, 'undo', { mergeId: merged.id, reason: 'Two after all' }, at);
  expect(undone.ok).toBe(true);
  expect(await Promise.all(between.map(isIn))).toEqual([false, false]);
  expect(await all()).toEqual([true, true]);
});
