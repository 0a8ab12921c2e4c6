// Attacks on the participant's door: codes guessed, replayed, raced, borrowed from another case, and read out of the database.
import { openSignInApi, type SignInApi } from '../harness/api/sign-in-api.js';
import { codeOf } from '../harness/api/test-api.js';

const often = { tries: 100_000, minutes: 1 };
let signInApi: SignInApi;
beforeAll(async () => {
  signInApi = await openSignInApi({ limits: { asksOfInvitation: often, triesOfCode: often, signInsOfStaff: often } });
}, 120_000);
afterAll(() => signInApi.close());

const later = (minutes: number) => (signInApi.clock.now = new Date(signInApi.clock.now.getTime() + minutes * 60_000));
const redeem = async (invitation: string, code: string, from?: string) => {
  const reply = await signInApi.send('redeemCode', { invitation, code }, from === undefined ? {} : { from });
  return (reply.body.data?.['redeemCode'] as { __typename: string } | undefined)?.__typename;
};
/** A fresh invitation with the one-time code that was sent for it. */
const bothCodes = async (participantId?: string): Promise<[string, string]> => {
  const invitation = await signInApi.invites(participantId);
  await signInApi.send('redeemInvitation', { code: invitation });
  return [invitation, await signInApi.posted()];
};
const sql = async (text: string, ...values: unknown[]) =>
  (await signInApi.service.pools.plain.query(text, values)).rows;

test('a hundred who redeem the same codes at once are one who comes in', async () => {
  const [invitation, code] = await bothCodes();
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(invitation, code)));
  expect(answers.filter((name) => name === 'SignedIn')).toHaveLength(1);
  expect(answers.filter((name) => name === 'SignInRefused')).toHaveLength(99);
});

test('used codes are replayed in vain: coming back takes a new code, sent to the safe channel', async () => {
  const [invitation, code] = await bothCodes();
  expect(await redeem(invitation, code)).toBe('SignedIn');
  expect(await redeem(invitation, code)).toBe('SignInRefused');
  await signInApi.send('redeemInvitation', { code: invitation });
  const another = await signInApi.posted();
  expect(another).not.toBe(code);
  expect(await redeem(invitation, code)).toBe('SignInRefused');
  expect(await redeem(invitation, another)).toBe('SignedIn');
});

test('a person comes back with their invitation until four weeks after the last visit; a newer invitation ends it at once', async () => {
  const comesBack = async (invitation: string) => {
    await signInApi.send('redeemInvitation', { code: invitation });
    return redeem(invitation, await signInApi.posted());
  };
  const today = signInApi.clock.now;
  const days = 24 * 60;
  const [invitation, code] = await bothCodes();
  const visits = [await redeem(invitation, code)];
  // Every three weeks, for longer than the invitation itself was good for; then not for four.
  for (const pause of [21, 21, 29]) {
    later(pause * days);
    visits.push(await comesBack(invitation));
  }
  signInApi.clock.now = today; // staff are signed in for a day
  expect(visits).toEqual(['SignedIn', 'SignedIn', 'SignedIn', 'SignInRefused']);
  const [older, once] = await bothCodes();
  expect(await redeem(older, once)).toBe('SignedIn');
  await signInApi.invites();
  expect(await comesBack(older)).toBe('SignInRefused');
});

test('no more than six codes are sent in a day, however often they are asked for', async () => {
  const invitation = await signInApi.invites();
  const sent: string[] = [];
  for (let asked = 0; asked < 9; asked += 1) {
    await signInApi.send('redeemInvitation', { code: invitation });
    sent.push(await signInApi.posted());
  }
  expect(sent.filter(Boolean)).toHaveLength(6);
});

test('a one-time code ends after ten minutes, an invitation after its days', async () => {
  const [invitation, code] = await bothCodes();
  later(10);
  expect(await redeem(invitation, code)).toBe('SignInRefused');
  const [longer, last] = await bothCodes();
  const rows = await sql(
    `update invitation set expires_at = $1 where used_at is null and revoked_at is null`,
    signInApi.clock.now,
  );
  expect(rows).toEqual([]);
  expect(await redeem(longer, last)).toBe('SignInRefused');
});

test('no database row could make a one-time code last longer', async () => {
  await bothCodes();
  await expect(sql(`update one_time_code set expires_at = made_at + interval '11 minutes'`)).rejects.toThrow('check');
});

test("a one-time code is good for its own invitation, not for the other side's", async () => {
  const [theirs] = await bothCodes(signInApi.responsible.participantId);
  const [mine, code] = await bothCodes(signInApi.harmed.participantId);
  expect(await redeem(theirs, code)).toBe('SignInRefused');
  expect(await redeem(mine, code)).toBe('SignedIn');
});

test('somebody who has nothing to do with the case can neither invite, help, look nor take back', async () => {
  const { service, caseId, harmed } = signInApi;
  const { participantId } = harmed;
  await signInApi.invites();
  const [made] = await sql('select id from invitation order by made_at desc limit 1');
  const id = (made as { id: string }).id;
  const stranger = await signInApi.comesIn(await service.staff('facilitator'));
  const manager = await signInApi.comesIn(await service.staff('manager'));
  const invite = { caseId, participantId, how: 'post' };
  expect(codeOf(await signInApi.send('invite', invite, { token: stranger }))).toBe('NOT_FOUND');
  expect(codeOf(await signInApi.send('assistSignIn', { caseId, participantId }, { token: stranger }))).toBe(
    'NOT_FOUND',
  );
  expect(await signInApi.ask('invitations', { caseId }, stranger)).toEqual([]);
  expect(await signInApi.ask('revokeInvitation', { caseId, id }, stranger)).toBe(false);
  // A manager sees the case, and lets nobody in: that is for those who know the person.
  expect(await signInApi.ask('invite', invite, manager)).toEqual({ __typename: 'InviteRefused', blockers: [] });
});

test('a participant invites nobody, and the case of the invitation is the one it was made in', async () => {
  const { service, coordinator, caseId, harmed } = signInApi;
  const otherCase = await service.aCase(coordinator);
  const token = await signInApi.comesIn(coordinator);
  const elsewhere = { caseId: otherCase, participantId: harmed.participantId, how: 'post' };
  expect(codeOf(await signInApi.send('invite', elsewhere, { token }))).toBe('NOT_FOUND');
  const [made] = await sql('select id from invitation order by made_at desc limit 1');
  const { id } = made as { id: string };
  expect(await signInApi.ask('revokeInvitation', { caseId: otherCase, id }, token)).toBe(false);
  const person = await signInApi.enters();
  expect(await signInApi.ask('invite', { ...elsewhere, caseId }, person)).toBeNull();
  expect(await signInApi.ask('invitations', { caseId }, person)).toEqual([]);
});

describe('whoever reads the database', () => {
  const tables = ['invitation', 'one_time_code', 'session'] as const;

  test('finds no code, token or address in it', async () => {
    const [invitation, code] = await bothCodes();
    const from = '198.51.100.123';
    const { body } = await signInApi.send('redeemCode', { invitation, code }, { from });
    const token = (body.data?.['redeemCode'] as { token: string } | undefined)?.token ?? '';
    expect(token).toMatch(/^cs_/);
    const whole = (await Promise.all(tables.map((table) => sql(`select * from ${table}`)))).flat();
    const text =
      JSON.stringify(whole) +
      whole
        .flatMap((row) => Object.values(row))
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : ''))
        .join('');
    for (const secret of [invitation, code, token, from])
      for (const form of [secret, secret.replaceAll('-', '')]) expect(text).not.toContain(form);
  });

  test.each(tables)('as the application without a secret sees no row of %s', async (table) => {
    const { plain } = signInApi.service.application;
    expect((await plain.query(`select from ${table}`)).rows).toEqual([]);
    expect((await sql(`select from ${table}`)).length).toBeGreaterThan(0);
  });

  test('as the application with a secret sees the row that it opens, and no other', async () => {
    const { plain } = signInApi.service.application;
    const [one] = await sql(`select id, encode(token_hash, 'hex') as secret from session limit 1`);
    const { id, secret } = one as { id: string; secret: string };
    const seen = await plain.connect();
    await seen.query('begin');
    await seen.query(`select set_config('concord.secret', $1, true)`, [secret]);
    const { rows } = await seen.query('select id from session');
    await seen.query('rollback');
    seen.release();
    expect(rows).toEqual([{ id }]);
  });

  test("as a member of staff of the case, or as a participant, sees nobody else's session", async () => {
    const { service, lead, harmed } = signInApi;
    const scopes = [
      { serviceId: service.serviceId, sight: 'staff', who: lead.id },
      { serviceId: service.serviceId, sight: 'participant', who: harmed.personId },
    ] as const;
    for (const scope of scopes) {
      const { rows } = await service.database.as(scope).query<{ person_id: string }>('select person_id from session');
      expect([...new Set(rows.map(({ person_id }) => person_id))]).toEqual([scope.who]);
    }
    const [, participant] = scopes;
    expect((await service.database.as(participant).query('select from invitation')).rows).toEqual([]);
  });
});
