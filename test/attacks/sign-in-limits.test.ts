// Attacks on others' way in: whatever somebody invents or tries, nobody else is refused for it, and nothing is written.
import { openSignInApi, type SignInApi } from '../harness/api/sign-in-api.js';

let signInApi: SignInApi;
beforeAll(async () => {
  // Twenty wrong codes stand for twenty thousand.
  signInApi = await openSignInApi({ wrongCodesADay: 20, wrongCodesAtOnce: 5 });
}, 120_000);
afterAll(() => signInApi.close());

const HERE = '198.51.100.4';
const invented = (at: number) =>
  String(982_451_653 * (at + 1))
    .padStart(12, '7')
    .slice(-12);
const redeem = async (invitation: string, code: string) => {
  const reply = await signInApi.send('redeemCode', { invitation, code }, { from: HERE });
  return (reply.body.data?.['redeemCode'] as { __typename: string } | undefined)?.__typename;
};
const asks = (invitation: string) => signInApi.send('redeemInvitation', { code: invitation }, { from: HERE });
const sent = async (invitation: string) => {
  await asks(invitation);
  return signInApi.posted();
};
const wrongly = async (invitation: string, times: number) => {
  for (let at = 0; at < times; at += 1) await redeem(invitation, invented(at));
};
const stands = async () => {
  const token = await signInApi.comesIn(signInApi.coordinator);
  const made = await signInApi.ask<{ state: string }[]>('invitations', { caseId: signInApi.caseId }, token);
  return made[0]?.state;
};
const readOut = async () => {
  const { caseId, coordinator, harmed } = signInApi;
  const token = await signInApi.comesIn(coordinator);
  return (await signInApi.ask<{ code: string }>('assistSignIn', { caseId, ...harmed }, token)).code;
};

describe('whatever was invented at an address, from there', () => {
  test('a session goes on, after four hundred made-up cookies', async () => {
    const token = await signInApi.comesIn(signInApi.lead);
    signInApi.statements.length = 0;
    for (let at = 0; at < 400; at += 1)
      await signInApi.send('me', {}, { token: `cs_${invented(at).padEnd(64, 'x')}`, from: HERE });
    expect(signInApi.statements).toEqual([]);
    expect((await signInApi.send('me', {}, { token, from: HERE })).status).toBe(200);
  });

  test('a member of staff signs in, after a hundred and fifty invented ID tokens', async () => {
    signInApi.statements.length = 0;
    for (let at = 0; at < 150; at += 1)
      await signInApi.send('signInStaff', { idToken: `${invented(at)}.x.y` }, { from: HERE });
    expect(signInApi.statements).toEqual([]);
    const idToken = await signInApi.api.issuer.sign({
      subject: signInApi.lead.id,
      serviceId: signInApi.service.serviceId,
    });
    const { text } = await signInApi.send('signInStaff', { idToken }, { from: HERE });
    expect(text).toContain('"SignedIn"');
  });

  test('a participant comes in, after a hundred and fifty invented codes', async () => {
    const invitation = await signInApi.invites();
    signInApi.statements.length = 0;
    for (let at = 0; at < 150; at += 1) {
      await asks(`ABCD${invented(at)}`);
      await redeem(`ABCD${invented(at)}`, invented(at));
    }
    expect(signInApi.statements).toEqual([]);
    expect(await redeem(invitation, await sent(invitation))).toBe('SignedIn');
  });
});

test('what can be no code is no try, however often it is sent', async () => {
  const invitation = await signInApi.invites();
  const code = await sent(invitation);
  for (let at = 0; at < 40; at += 1) await redeem(invitation, ['', '1234', '1234-5678', 'letters'][at % 4] ?? '');
  expect(await redeem(invitation, code)).toBe('SignedIn');
});

test('a code that was made before lives on until it ends, whoever asks for another', async () => {
  const invitation = await signInApi.invites();
  const [first, read] = [await sent(invitation), await readOut()];
  const second = await sent(invitation);
  expect(new Set([first, read, second]).size).toBe(3);
  expect(await redeem(invitation, first)).toBe('SignedIn');
  const again = await signInApi.invites();
  const readAgain = await readOut();
  await asks(again);
  expect(await redeem(again, readAgain)).toBe('SignedIn');
});

test('who holds the letter and tries wrong codes shuts nobody out: staff see it, and read a code out that works', async () => {
  const invitation = await signInApi.invites();
  const code = await sent(invitation);
  await wrongly(invitation, 15);
  expect(await stands()).toBe('open');
  await wrongly(invitation, 5);
  expect(await stands()).toBe('blocked');
  expect(await redeem(invitation, code)).toBe('SignInRefused');
  expect(await sent(invitation)).toBe('');
  expect(await redeem(invitation, await readOut())).toBe('SignedIn');
});

test('wrong codes of one invitation say nothing of another one, at the same address', async () => {
  const { harmed, responsible } = signInApi;
  const [one, other] = [
    await signInApi.invites(harmed.participantId),
    await signInApi.invites(responsible.participantId),
  ];
  await wrongly(one, 20);
  expect(await redeem(other, await sent(other))).toBe('SignedIn');
});

test('who holds the letter and asks for all codes of the day is seen, and a code that is read out or a new invitation works', async () => {
  const invitation = await signInApi.invites();
  for (let asked = 0; asked < 6; asked += 1) await sent(invitation);
  expect(await stands()).toBe('blocked');
  const read = await readOut();
  await wrongly(invitation, 30);
  expect(await redeem(invitation, read)).toBe('SignedIn');
  const fresh = await signInApi.invites();
  expect(await stands()).toBe('open');
  expect(await redeem(fresh, await sent(fresh))).toBe('SignedIn');
});

test('a day later the codes that are sent are taken again', async () => {
  const invitation = await signInApi.invites();
  await wrongly(invitation, 20);
  const today = signInApi.clock.now;
  signInApi.clock.now = new Date(today.getTime() + 25 * 3_600_000);
  expect(await redeem(invitation, await sent(invitation))).toBe('SignedIn');
  signInApi.clock.now = today;
});

test('a flood with codes that were made here is answered without the database, and writes nothing', async () => {
  const invitation = await signInApi.invites();
  const code = await sent(invitation);
  await redeem(invitation, code);
  const flood = async (times: number) => {
    signInApi.statements.length = 0;
    for (let at = 0; at < times; at += 1) await Promise.all([asks(invitation), redeem(invitation, code)]);
    return signInApi.statements.length;
  };
  await flood(30);
  expect(await flood(50)).toBe(0);
});
