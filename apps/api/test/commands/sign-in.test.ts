// Coming in and going out: staff with the issuer's word, participants with two codes, and a door that shuts at the moment it is shut.
import { serviceScope } from '#libs/database';
import { eraseRecord } from '#libs/people';
import { codeOf } from '../../../../test/harness/api/test-api.js';
import { openSignInApi, type SignInApi } from '../../../../test/harness/api/sign-in-api.js';

let signInApi: SignInApi;
beforeAll(async () => {
  signInApi = await openSignInApi();
}, 120_000);
afterAll(() => signInApi.close());

/** Whether a session still lets its person in. */
const isIn = async (token: string) => (await signInApi.send('me', {}, { token })).status === 200;
const set = (sql: string, ...values: unknown[]) => signInApi.service.pools.plain.query(sql, values);

test('a member of staff comes in with the ID token of the issuer, and each ID token opens one session', async () => {
  const { api, service, lead } = signInApi;
  const idToken = await api.issuer.sign({ subject: lead.id, serviceId: service.serviceId });
  const signedIn = await signInApi.ask<{ token: string }>('signInStaff', { idToken });
  expect(signedIn).toMatchObject({ __typename: 'SignedIn', token: expect.stringMatching(/^cs_[\w-]{64}$/) as string });
  const me = await signInApi.ask('me', {}, signedIn.token);
  expect(me).toMatchObject({ id: lead.id, kind: 'staff', roles: ['facilitator'], session: { current: true } });
  const again = await signInApi.ask('signInStaff', { idToken });
  expect(again).toMatchObject({ __typename: 'SignInRefused' });
});

test('a participant comes in with an invitation and a one-time code, and sees their own part', async () => {
  const { harmed, caseId } = signInApi;
  const token = await signInApi.enters();
  expect(await signInApi.ask('me', {}, token)).toMatchObject({ id: harmed.personId, kind: 'participant', roles: [] });
  expect(await signInApi.ask('myCases', {}, token)).toEqual([
    { id: caseId, participantId: harmed.participantId, role: 'harmed' },
  ]);
});

test('codes may be typed as people type them', async () => {
  const invitation = await signInApi.invites();
  const typed = ` ${invitation.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  await signInApi.ask('redeemInvitation', { code: typed });
  const code = (await signInApi.posted()).replace('-', ' ');
  expect(await signInApi.ask('redeemCode', { invitation: typed, code })).toMatchObject({ __typename: 'SignedIn' });
});

test('a code on its way to a safe channel is shown to nobody, and goes to nobody who cannot be reached safely', async () => {
  const { lead, caseId, responsible, signIn, service } = signInApi;
  const token = await signInApi.comesIn(lead);
  const { participantId } = responsible;
  const made = await signInApi.ask('invite', { caseId, participantId, how: 'safeChannel' }, token);
  expect(made).toMatchObject({ code: null, invitation: { state: 'waiting' } });
  const wrong = { type: 'contact.attempted', participantId, outcome: 'wrongPerson', aim: 'substance' } as const;
  for (const channel of ['post', 'phone'] as const)
    await service.tell(lead, { caseId, event: { ...wrong, channel } as never });
  const sent: string[] = [];
  await signIn.deliver({ send: async ({ code }) => void sent.push(code) }, service.serviceId);
  expect(sent).toEqual([]);
  const refused = await signInApi.ask('invite', { caseId, participantId, how: 'post' }, token);
  expect(refused).toMatchObject({ __typename: 'InviteRefused', blockers: [{ rule: 'channelFrozen' }] });
});

test('nobody is invited whom the service has not spoken with, or knows no safe way to reach', async () => {
  const { coordinator, service } = signInApi;
  const token = await signInApi.comesIn(coordinator);
  const caseId = await service.aCase(coordinator);
  const { rows } = await set('select id from participant where case_id = $1 limit 1', caseId);
  const invite = { caseId, participantId: (rows[0] as { id: string }).id, how: 'post' };
  const refused = await signInApi.ask<{ blockers: { rule: string }[] }>('invite', invite, token);
  expect(refused.blockers.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['safeContact', 'outstanding']));
});

test('a newer invitation revokes the one before, and one taken back ends the sessions that came of it', async () => {
  const { lead, caseId } = signInApi;
  const token = await signInApi.comesIn(lead);
  const session = await signInApi.enters();
  const first = await signInApi.invites();
  const second = await signInApi.invites();
  await signInApi.ask('redeemInvitation', { code: first });
  expect(await signInApi.posted()).toBe('');
  type Made = { id: string; state: string }[];
  const states = async () => (await signInApi.ask<Made>('invitations', { caseId }, token)).map(({ state }) => state);
  expect((await states()).slice(0, 3)).toEqual(['open', 'revoked', 'used']);
  const [open, , used] = await signInApi.ask<Made>('invitations', { caseId }, token);
  expect(await signInApi.ask('revokeInvitation', { caseId, id: open?.id }, token)).toBe(true);
  await signInApi.ask('redeemInvitation', { code: second });
  expect(await signInApi.posted()).toBe('');
  expect(await isIn(session)).toBe(true);
  await signInApi.ask('revokeInvitation', { caseId, id: used?.id }, token);
  expect(await isIn(session)).toBe(false);
});

describe('a session ends', () => {
  test('everywhere when its person signs out, unless they say here alone', async () => {
    const { coordinator } = signInApi;
    const [here, there, caseApi] = [
      await signInApi.comesIn(coordinator),
      await signInApi.comesIn(coordinator),
      await signInApi.comesIn(coordinator),
    ];
    await signInApi.ask('signOut', { everywhere: false }, caseApi);
    expect(await Promise.all([here, there, caseApi].map(isIn))).toEqual([true, true, false]);
    await signInApi.ask('signOut', {}, here);
    expect(await Promise.all([here, there].map(isIn))).toEqual([false, false]);
  });

  test("when its person ends it from another device, and nobody else's does", async () => {
    const { coordinator, lead } = signInApi;
    const [here, there, other] = [
      await signInApi.comesIn(coordinator),
      await signInApi.comesIn(coordinator),
      await signInApi.comesIn(lead),
    ];
    const { sessions } = await signInApi.ask<{ sessions: { id: string; current: boolean }[] }>('me', {}, here);
    const id = sessions.find(({ current }) => !current)?.id;
    expect(await signInApi.ask('endSession', { id }, other)).toBe(false);
    expect(await isIn(there)).toBe(true);
    expect(await signInApi.ask('endSession', { id }, here)).toBe(true);
    expect(await isIn(there)).toBe(false);
  });

  test('when its person is erased, and no invitation of theirs lets anybody in', async () => {
    const { service, clock } = signInApi;
    const session = await signInApi.enters();
    await signInApi.invites();
    const { personId, participantId } = signInApi.harmed;
    await service.database.within(serviceScope(service.serviceId), async (rows) => {
      await rows.query('savepoint here');
      await eraseRecord(rows, service.serviceId, personId, clock.now.toISOString());
      const left = 'select from invitation where participant_id = $1 and revoked_at is null and used_at is null';
      expect((await rows.query(left, [participantId])).rows).toEqual([]);
      expect(
        (await rows.query('select from session where person_id = $1 and ended_at is null', [personId])).rows,
      ).toEqual([]);
      await rows.query('rollback to here'); // the other tests need them
    });
    expect(await isIn(session)).toBe(true);
  });

  test('when it is not used, and at the latest after its hours, used or not', async () => {
    const { coordinator, clock } = signInApi;
    const began = clock.now;
    const after = (minutes: number) => (clock.now = new Date(began.getTime() + minutes * 60_000));
    const [idle, busy] = [await signInApi.comesIn(coordinator), await signInApi.comesIn(coordinator)];
    for (let minutes = 25; minutes < 8 * 60; minutes += 25) {
      after(minutes);
      expect(await isIn(busy)).toBe(true);
    }
    expect(await isIn(idle)).toBe(false);
    after(8 * 60);
    expect(await isIn(busy)).toBe(false);
    clock.now = began;
  });

  test.each([
    ['deactivated', 'active = false', 'active = true'],
    ['on leave', `availability = 'annual leave', back_on = '2999-01-01'`, `availability = 'active', back_on = null`],
    ['on leave without a day of return', `availability = 'long-term absence'`, `availability = 'active'`],
    ['suspended', `availability = 'suspended', back_on = '2020-01-01'`, `availability = null, back_on = null`],
  ])('for as long as a member of staff is %s, and so does an access token', async (_name, away, back) => {
    const { coordinator, api, service } = signInApi;
    const token = await signInApi.comesIn(coordinator);
    const access = await api.issuer.sign({ subject: coordinator.id, serviceId: service.serviceId });
    expect([await isIn(token), await isIn(access)]).toEqual([true, true]);
    await set(`update staff set ${away} where id = $1`, coordinator.id);
    const shut = await signInApi.send('me', {}, { token });
    expect([shut.status, codeOf(shut), await isIn(access)]).toEqual([401, 'UNAUTHENTICATED', false]);
    const idToken = await api.issuer.sign({ subject: coordinator.id, serviceId: service.serviceId });
    expect(await signInApi.ask('signInStaff', { idToken })).toMatchObject({ __typename: 'SignInRefused' });
    await set(`update staff set ${back} where id = $1`, coordinator.id);
    expect([await isIn(token), await isIn(access)]).toEqual([true, true]);
  });

  test.each([`availability = 'annual leave', back_on = '2020-01-01'`, `availability = 'no-contact duty'`])(
    'but not for somebody who is back, or is kept from contact alone: %s',
    async (how) => {
      const { coordinator } = signInApi;
      const token = await signInApi.comesIn(coordinator);
      await set(`update staff set ${how} where id = $1`, coordinator.id);
      expect(await isIn(token)).toBe(true);
      await set(`update staff set availability = null, back_on = null where id = $1`, coordinator.id);
    },
  );

  test('a case is gone from an open session at the moment it is given to somebody else', async () => {
    const { service, coordinator, lead, caseId } = signInApi;
    const token = await signInApi.comesIn(lead);
    const sees = async () => (await signInApi.send('case', { id: caseId }, { token })).body.data?.['case'] !== null;
    expect(await sees()).toBe(true);
    const reason = 'a0000000-0000-4000-8000-000000000001';
    const event = { type: 'facilitator.released', staffId: lead.id, reason };
    const answer = await service.tell(coordinator, {
      caseId,
      event: event as never,
      texts: [{ id: reason, words: 'Moved' }] as never,
    });
    expect(answer).toMatchObject({ ok: true });
    expect(await sees()).toBe(false);
    const { harmed } = signInApi;
    const invite = { caseId, participantId: harmed.participantId, how: 'post' };
    expect(codeOf(await signInApi.send('invite', invite, { token }))).toBe('NOT_FOUND');
  });
});
