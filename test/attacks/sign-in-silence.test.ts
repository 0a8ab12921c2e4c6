// Failing to come in tells nothing: whatever became of a code, the same bytes, the same headers, and the same statements in the same order; and none for what nobody made.
import { openSignInApi, type Document, type SignInApi } from '../harness/api/sign-in-api.js';
import type { Reply } from '../harness/api/test-api.js';

let signInApi: SignInApi;
beforeAll(async () => {
  signInApi = await openSignInApi();
}, 120_000);
afterAll(() => signInApi.close());

/** What a stranger can see of an answer, and the work that was done for it. */
interface Seen {
  readonly reply: Reply;
  readonly statements: readonly string[];
}
const tried = async (document: Document, variables: object, from: string): Promise<Seen> => {
  signInApi.statements.length = 0;
  const reply = await signInApi.send(document, variables, { from });
  return { reply, statements: [...signInApi.statements] };
};
/** Everything but what the clock writes. */
const shown = ({ reply }: Seen) => {
  const { date: _date, ...headers } = reply.headers;
  return { status: reply.status, text: reply.text, headers };
};
const change = (code: string, how: string) =>
  signInApi.service.pools.plain.query(
    `update invitation set ${how} where id = (select id from invitation order by made_at desc limit 1)`,
  );
// Every try has an address of its own, so that only the one that is to be limited is.
let addresses = 0;
const somewhere = () => `10.1.${(addresses += 1)}.1`;

/** Invitations that were made here, one of each kind; each is asked about once. */
const invitations: Record<string, () => Promise<string>> = {
  'is open': () => signInApi.invites(),
  'is nobody’s any more': async () => {
    const code = await signInApi.invites();
    await signInApi.service.pools.plain.query(
      'delete from invitation where id = (select id from invitation order by made_at desc limit 1)',
    );
    return code;
  },
  'has run out': async () => {
    const code = await signInApi.invites();
    await change(code, `expires_at = made_at`);
    return code;
  },
  'was used': async () => {
    const code = await signInApi.invites();
    await change(code, `used_at = made_at`);
    return code;
  },
  'was taken back': async () => {
    const code = await signInApi.invites();
    await change(code, `revoked_at = made_at`);
    return code;
  },
  'has had its codes for today': async () => {
    const code = await signInApi.invites();
    for (let asked = 0; asked < 6; asked += 1)
      await signInApi.send('redeemInvitation', { code }, { from: somewhere() });
    return code;
  },
  'belongs to somebody who cannot be reached safely now': async () => {
    const code = await signInApi.invites(signInApi.responsible.participantId);
    const wrong = {
      type: 'contact.attempted',
      participantId: signInApi.responsible.participantId,
      outcome: 'wrongPerson',
    };
    for (const channel of ['post', 'phone'])
      await signInApi.service.tell(signInApi.lead, { caseId: signInApi.caseId, event: { ...wrong, channel } as never });
    return code;
  },
};

/** What nobody ever made: known by its form or by its check, before the database is asked. */
const invented: Record<string, string> = {
  'is invented': 'ABCD-EFGH-JKMN-PQRS',
  'is no code at all': '',
  'is much too long': 'X'.repeat(10_000),
  'holds a quote and SQL': `' or true --`,
};

describe('an invitation code that', () => {
  let open: Seen;
  beforeAll(async () => {
    open = await tried('redeemInvitation', { code: await signInApi.invites() }, somewhere());
  });

  test.each(Object.keys(invitations))('%s is answered as an open one, with the same work', async (name) => {
    const code = (await invitations[name]?.()) ?? '';
    const seen = await tried('redeemInvitation', { code }, somewhere());
    expect(shown(seen)).toEqual(shown(open));
    expect(seen.statements).toEqual(open.statements);
  });

  test.each(Object.keys(invented))('%s is answered as an open one, with no work at all', async (name) => {
    const seen = await tried('redeemInvitation', { code: invented[name] }, somewhere());
    expect(shown(seen)).toEqual(shown(open));
    expect(seen.statements).toEqual([]);
  });

  test('has one character wrong is answered as an open one, with no work at all', async () => {
    const code = (await signInApi.invites()).replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    const seen = await tried('redeemInvitation', { code }, somewhere());
    expect(shown(seen)).toEqual(shown(open));
    expect(seen.statements).toEqual([]);
  });

  test('is given too often is answered as ever, with no work at all', async () => {
    const code = await signInApi.invites();
    for (let n = 0; n < 30; n += 1) await signInApi.send('redeemInvitation', { code }, { from: somewhere() });
    await signInApi.posted();
    const seen = await tried('redeemInvitation', { code }, somewhere());
    expect(shown(seen)).toEqual(shown(open));
    expect(seen.statements).toEqual([]);
    expect(await signInApi.posted()).toBe('');
  });

  test('is open makes a code, and so the work that is compared is the whole work', async () => {
    await tried('redeemInvitation', { code: await signInApi.invites() }, somewhere());
    expect(await signInApi.posted()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(open.statements.filter((text) => /insert into one_time_code/i.test(text))).toHaveLength(1);
  });
});

describe('a pair of codes', () => {
  const bothCodes = async (): Promise<[string, string]> => {
    const invitation = await signInApi.invites();
    await signInApi.send('redeemInvitation', { code: invitation }, { from: somewhere() });
    return [invitation, await signInApi.posted()];
  };
  const pairs: Record<string, () => Promise<[string, string]>> = {
    'that was used': async () => {
      const [invitation, code] = await bothCodes();
      await signInApi.send('redeemCode', { invitation, code }, { from: somewhere() });
      return [invitation, code];
    },
    'whose one-time code has run out': async () => {
      const [invitation, code] = await bothCodes();
      signInApi.clock.now = new Date(signInApi.clock.now.getTime() + 11 * 60_000);
      return [invitation, code];
    },
    'whose invitation was taken back': async () => {
      const [invitation, code] = await bothCodes();
      await change(invitation, 'revoked_at = made_at');
      return [invitation, code];
    },
  };
  const untrue: Record<string, () => Promise<[string, string]>> = {
    'whose one-time code is wrong': async () => [(await bothCodes())[0], '0000-0000-0000'],
    'whose invitation is wrong': async () => ['ABCD-EFGH-JKMN-PQRS', (await bothCodes())[1]],
    'of which nothing is true': async () => ['ABCD-EFGH-JKMN-PQRS', '0000-0000-0000'],
    'without a one-time code': async () => [await signInApi.invites(), ''],
  };
  let ended: Seen;
  beforeAll(async () => {
    const [invitation, code] = await bothCodes();
    signInApi.clock.now = new Date(signInApi.clock.now.getTime() + 11 * 60_000);
    ended = await tried('redeemCode', { invitation, code }, somewhere());
  });

  test.each(Object.keys(pairs))('%s is refused in the same words, with the same work', async (name) => {
    const [invitation, code] = (await pairs[name]?.()) ?? ['', ''];
    const seen = await tried('redeemCode', { invitation, code }, somewhere());
    expect(seen.reply.text).toContain('SignInRefused');
    expect(shown(seen)).toEqual(shown(ended));
    expect(seen.statements).toEqual(ended.statements);
  });

  test.each(Object.keys(untrue))('%s is refused in the same words, with no work at all', async (name) => {
    const [invitation, code] = (await untrue[name]?.()) ?? ['', ''];
    const seen = await tried('redeemCode', { invitation, code }, somewhere());
    expect(shown(seen)).toEqual(shown(ended));
    expect(seen.statements).toEqual([]);
  });

  test('that is right is the same work too', async () => {
    const [invitation, code] = await bothCodes();
    const seen = await tried('redeemCode', { invitation, code }, somewhere());
    expect(seen.reply.text).toContain('SignedIn');
    expect(seen.statements).toEqual(ended.statements);
  });
});

test('a member of staff who is not known, not at work, or comes with a token twice is refused in the same words', async () => {
  const { api, service, coordinator } = signInApi;
  const idToken = (subject: string) => api.issuer.sign({ subject, serviceId: service.serviceId });
  const used = await idToken(coordinator.id);
  await signInApi.ask('signInStaff', { idToken: used });
  const seen = [await tried('signInStaff', { idToken: used }, somewhere())];
  seen.push(await tried('signInStaff', { idToken: await idToken('nobody') }, somewhere()));
  await service.pools.plain.query('update staff set active = false where id = $1', [coordinator.id]);
  seen.push(await tried('signInStaff', { idToken: await idToken(coordinator.id) }, somewhere()));
  const [first] = seen as [Seen, ...Seen[]];
  for (const one of seen) {
    expect(shown(one)).toEqual(shown(first));
    expect(one.statements).toEqual(first.statements);
  }
  expect(shown(await tried('signInStaff', { idToken: 'nonsense' }, somewhere()))).toEqual(shown(first));
});
