// Coming in and going out: staff with the issuer's word, participants with two codes, and a door that shuts at the moment it is shut.
import { serviceScope } from '#libs/casework';
import { eraseRecord, PersonRegister } from '#libs/people';
import { doneCommands } from '#libs/store';
import { codeOf } from '../../../test/harness/api/test-api.js';
import { openEntrance, type Entrance } from '../../../test/harness/api/sign-in-api.js';

let entrance: Entrance;
beforeAll(async () => {
  entrance = await openEntrance();
}, 120_000);
afterAll(() => entrance.close());

/** Whether a session still lets its person in. */
const isIn = async (token: string) => (await entrance.send('me', {}, { token })).status === 200;
const set = (sql: string, ...values: unknown[]) => entrance.office.pools.plain.query(sql, values);

test('a member of staff comes in with the ID token of the issuer, and each ID token opens one session', async () => {
  const { house, office, lead } = entrance;
  const idToken = await house.issuer.sign({ subject: lead.id, serviceId: office.serviceId });
  const signedIn = await entrance.ask<{ token: string }>('signInStaff', { idToken });
  expect(signedIn).toMatchObject({ __typename: 'SignedIn', token: expect.stringMatching(/^cs_[\w-]{43}$/) as string });
  const me = await entrance.ask('me', {}, signedIn.token);
  expect(me).toMatchObject({ id: lead.id, kind: 'staff', roles: ['facilitator'], session: { current: true } });
  const again = await entrance.ask('signInStaff', { idToken });
  expect(again).toMatchObject({ __typename: 'SignInRefused' });
});

test('a participant comes in with an invitation and a one-time code, and sees their own part', async () => {
  const { harmed, caseId } = entrance;
  const token = await entrance.enters();
  expect(await entrance.ask('me', {}, token)).toMatchObject({ id: harmed.personId, kind: 'participant', roles: [] });
  expect(await entrance.ask('myCases', {}, token)).toEqual([
    { id: caseId, participantId: harmed.participantId, role: 'harmed' },
  ]);
});

test('codes may be typed as people type them', async () => {
  const invitation = await entrance.invites();
  const typed = ` ${invitation.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  await entrance.ask('redeemInvitation', { code: typed });
  const code = (await entrance.posted()).replace('-', ' ');
  expect(await entrance.ask('redeemCode', { invitation: typed, code })).toMatchObject({ __typename: 'SignedIn' });
});

test('a member of staff who has checked who they speak to reads the one-time code out, and that is kept', async () => {
  const { lead, caseId, harmed } = entrance;
  const invitation = await entrance.invites();
  const token = await entrance.comesIn(lead);
  const { participantId } = harmed;
  const { code } = await entrance.ask<{ code: string }>('assistSignIn', { caseId, participantId }, token);
  expect(await entrance.ask('redeemCode', { invitation, code })).toMatchObject({ __typename: 'SignedIn' });
  const { rows } = await set('select checked from one_time_code where read_by = $1 and used_at is not null', lead.id);
  expect(rows).toEqual([{ checked: 'calledBack' }]);
});

test('signing out ends all sessions of a person, also where two records were judged to be one', async () => {
  const { office, clock } = entrance;
  const [one, other] = [await entrance.enters(), await entrance.enters(entrance.responsible.participantId)];
  const [keptId, goneId] = [entrance.harmed.personId, entrance.responsible.personId];
  const register = new PersonRegister(
    { database: office.database, sealing: office.people.sealing, commands: doneCommands(office.people.sealing) },
    office.people,
    async () => [],
  );
  const lead = await office.staff('safeguardingLead', 'coordinator');
  const at = clock.now.toISOString();
  const merged = await register.merge(lead, 'merge', { keptId, goneId, reason: 'The same' }, at);
  if (!merged.ok) throw new Error(merged.problems.join());
  expect(await entrance.ask<{ sessions: object[] }>('me', {}, other)).toMatchObject({ id: keptId });
  await entrance.ask('signOut', {}, other);
  expect([await isIn(one), await isIn(other)]).toEqual([false, false]);
  const undone = await register.undoMerge(lead, 'undo', { mergeId: merged.id, reason: 'Two after all' }, at);
  expect(undone.ok).toBe(true);
});

test('a code on its way to a safe channel is shown to nobody, and goes to nobody who cannot be reached safely', async () => {
  const { lead, caseId, responsible, signIn, office } = entrance;
  const token = await entrance.comesIn(lead);
  const { participantId } = responsible;
  const made = await entrance.ask('invite', { caseId, participantId, how: 'safeChannel' }, token);
  expect(made).toMatchObject({ code: null, invitation: { state: 'waiting' } });
  const wrong = { type: 'contact.attempted', participantId, outcome: 'wrongPerson' } as const;
  for (const channel of ['post', 'phone'] as const)
    await office.tell(lead, { caseId, event: { ...wrong, channel } as never });
  const sent: string[] = [];
  await signIn.deliver({ send: async ({ code }) => void sent.push(code) }, office.serviceId);
  expect(sent).toEqual([]);
  const refused = await entrance.ask('invite', { caseId, participantId, how: 'post' }, token);
  expect(refused).toMatchObject({ __typename: 'NotInvited', blockers: [{ rule: 'channelFrozen' }] });
});

test('nobody is invited whom the service has not spoken with, or knows no safe way to reach', async () => {
  const { coordinator, office } = entrance;
  const token = await entrance.comesIn(coordinator);
  const caseId = await office.aCase(coordinator);
  const { rows } = await set('select id from participant where case_id = $1 limit 1', caseId);
  const invite = { caseId, participantId: (rows[0] as { id: string }).id, how: 'post' };
  const refused = await entrance.ask<{ blockers: { rule: string }[] }>('invite', invite, token);
  expect(refused.blockers.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['safeContact', 'outstanding']));
});

test('a newer invitation revokes the one before, and one taken back ends the sessions that came of it', async () => {
  const { lead, caseId } = entrance;
  const token = await entrance.comesIn(lead);
  const session = await entrance.enters();
  const first = await entrance.invites();
  const second = await entrance.invites();
  await entrance.ask('redeemInvitation', { code: first });
  expect(await entrance.posted()).toBe('');
  type Made = { id: string; state: string }[];
  const states = async () => (await entrance.ask<Made>('invitations', { caseId }, token)).map(({ state }) => state);
  expect((await states()).slice(0, 3)).toEqual(['open', 'revoked', 'used']);
  const [open, , used] = await entrance.ask<Made>('invitations', { caseId }, token);
  expect(await entrance.ask('revokeInvitation', { caseId, id: open?.id }, token)).toBe(true);
  await entrance.ask('redeemInvitation', { code: second });
  expect(await entrance.posted()).toBe('');
  expect(await isIn(session)).toBe(true);
  await entrance.ask('revokeInvitation', { caseId, id: used?.id }, token);
  expect(await isIn(session)).toBe(false);
});

describe('a session ends', () => {
  test('everywhere when its person signs out, unless they say here alone', async () => {
    const { coordinator } = entrance;
    const [here, there, desk] = [
      await entrance.comesIn(coordinator),
      await entrance.comesIn(coordinator),
      await entrance.comesIn(coordinator),
    ];
    await entrance.ask('signOut', { everywhere: false }, desk);
    expect(await Promise.all([here, there, desk].map(isIn))).toEqual([true, true, false]);
    await entrance.ask('signOut', {}, here);
    expect(await Promise.all([here, there].map(isIn))).toEqual([false, false]);
  });

  test("when its person ends it from another device, and nobody else's does", async () => {
    const { coordinator, lead } = entrance;
    const [here, there, other] = [
      await entrance.comesIn(coordinator),
      await entrance.comesIn(coordinator),
      await entrance.comesIn(lead),
    ];
    const { sessions } = await entrance.ask<{ sessions: { id: string; current: boolean }[] }>('me', {}, here);
    const id = sessions.find(({ current }) => !current)?.id;
    expect(await entrance.ask('endSession', { id }, other)).toBe(false);
    expect(await isIn(there)).toBe(true);
    expect(await entrance.ask('endSession', { id }, here)).toBe(true);
    expect(await isIn(there)).toBe(false);
  });

  test('when its person is erased, and no invitation of theirs lets anybody in', async () => {
    const { office, clock } = entrance;
    const session = await entrance.enters();
    await entrance.invites();
    const { personId, participantId } = entrance.harmed;
    await office.database.within(serviceScope(office.serviceId), async (rows) => {
      await rows.query('savepoint here');
      await eraseRecord(rows, office.serviceId, personId, clock.now.toISOString());
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
    const { coordinator, clock } = entrance;
    const began = clock.now;
    const after = (minutes: number) => (clock.now = new Date(began.getTime() + minutes * 60_000));
    const [idle, busy] = [await entrance.comesIn(coordinator), await entrance.comesIn(coordinator)];
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
    const { coordinator, house, office } = entrance;
    const token = await entrance.comesIn(coordinator);
    const access = await house.issuer.sign({ subject: coordinator.id, serviceId: office.serviceId });
    expect([await isIn(token), await isIn(access)]).toEqual([true, true]);
    await set(`update staff set ${away} where id = $1`, coordinator.id);
    const shut = await entrance.send('me', {}, { token });
    expect([shut.status, codeOf(shut), await isIn(access)]).toEqual([401, 'UNAUTHENTICATED', false]);
    const idToken = await house.issuer.sign({ subject: coordinator.id, serviceId: office.serviceId });
    expect(await entrance.ask('signInStaff', { idToken })).toMatchObject({ __typename: 'SignInRefused' });
    await set(`update staff set ${back} where id = $1`, coordinator.id);
    expect([await isIn(token), await isIn(access)]).toEqual([true, true]);
  });

  test.each([`availability = 'annual leave', back_on = '2020-01-01'`, `availability = 'no-contact duty'`])(
    'but not for somebody who is back, or is kept from contact alone: %s',
    async (how) => {
      const { coordinator } = entrance;
      const token = await entrance.comesIn(coordinator);
      await set(`update staff set ${how} where id = $1`, coordinator.id);
      expect(await isIn(token)).toBe(true);
      await set(`update staff set availability = null, back_on = null where id = $1`, coordinator.id);
    },
  );

  test('a case is gone from an open session at the moment it is given to somebody else', async () => {
    const { office, coordinator, lead, caseId } = entrance;
    const token = await entrance.comesIn(lead);
    const sees = async () => (await entrance.send('case', { id: caseId }, { token })).body.data?.['case'] !== null;
    expect(await sees()).toBe(true);
    const reason = 'a0000000-0000-4000-8000-000000000001';
    const event = { type: 'facilitator.released', staffId: lead.id, reason };
    const answer = await office.tell(coordinator, {
      caseId,
      event: event as never,
      texts: [{ id: reason, words: 'Moved' }] as never,
    });
    expect(answer).toMatchObject({ ok: true });
    expect(await sees()).toBe(false);
    const { harmed } = entrance;
    const invite = { caseId, participantId: harmed.participantId, how: 'post' };
    expect(codeOf(await entrance.send('invite', invite, { token }))).toBe('NOT_FOUND');
  });
});
