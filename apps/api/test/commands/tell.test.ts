// One call sends an event: the input is the event, its free words go apart, and the answer is a member of the union.
import type { Actor, Blocker, EventType } from '#libs/case';
import { RequestContext } from '../../src/server/graphql/request-context.js';
import type { Command } from '#libs/casework';
import { buildSchema } from 'graphql';
import type { Answer, Casework } from '../../src/ports/casework.js';
import { readSdl } from '../../src/server/graphql/schema-files.js';
import { FreeText } from '../../src/server/graphql/free-text.js';
import { tell } from '../../src/commands/tell.js';
import { noCases } from '../../../../test/harness/api/test-api.js';

const id = (n: number) => `a0000000-0000-4000-8000-00000000000${n}`;
const fay: Actor = { kind: 'staff', id: id(1), serviceId: id(0), roles: ['facilitator'] };
const harry: Actor = { kind: 'participant', id: id(2), serviceId: id(0) };
const command = { caseId: id(9), key: 'k' };
const schema = buildSchema(readSdl());

/** Sends one event to a casework that gives this answer. */
async function telling(
  type: EventType,
  event: object,
  answer: Answer | Error = done,
  actor: Actor = fay,
  more: object = {},
) {
  const told: Command[] = [];
  const casework: Casework = {
    ...noCases,
    tell: async (_, sent) => {
      told.push(sent);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const context = new RequestContext({ actor, scopes: new Set(), session: null } as never, {} as never, '192.0.2.1');
  const asked = { command: { ...command, ...more }, event };
  return { given: await tell(casework, context, schema, asked, type), told };
}
const done: Answer = { ok: true, caseId: id(9), revision: 3 };
const refusedFor = (...blockers: Blocker[]): Answer => ({ ok: false, why: 'blocked', blockers });

test('the input is the event, and its words become a text of their own', async () => {
  const said = { about: id(4), concernId: id(5), text: new FreeText('He waited outside her door') };
  const { given, told } = await telling('concern.raised', said);
  expect(given).toEqual({ __typename: 'Told', caseId: id(9), revision: 3, made: id(5), madeEach: [id(5)] });
  const text = told[0]?.texts?.[0]?.id;
  expect(told[0]).toEqual({
    ...command,
    event: { type: 'concern.raised', about: id(4), concernId: id(5), text },
    texts: [{ id: text, words: 'He waited outside her door' }],
  });
});

test('the same command sent twice is the same command, to the ids of what it makes and of its texts', async () => {
  const said = { text: new FreeText('x') };
  const first = await telling('concern.raised', said);
  const second = await telling('concern.raised', said);
  expect(first).toEqual(second);
  expect(first.given).toMatchObject({
    made: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/),
  });
  const another = await telling('concern.raised', said, done, fay, { key: 'another' });
  expect(another.given).not.toEqual(first.given);
});

test('words inside an override are taken out too', async () => {
  const said = { staffId: id(4), duty: 'lead', override: { reason: new FreeText('Nobody else is free') } };
  const { told } = await telling('facilitator.assigned', said);
  const text = told[0]?.texts?.[0];
  expect(text?.words).toBe('Nobody else is free');
  expect(told[0]?.event).toEqual({
    type: 'facilitator.assigned',
    staffId: id(4),
    duty: 'lead',
    override: { reason: text?.id },
  });
});

test('what is null was not said', async () => {
  const { told } = await telling('checkpoint.passed', { checkpoint: 'dayOf', about: null, findings: null });
  expect(told[0]?.event).toEqual({ type: 'checkpoint.passed', checkpoint: 'dayOf' });
});

test('the exact words of a draft are hashed here, without the blanks around them', async () => {
  const said = { from: id(4), to: id(5), kind: 'letter', text: new FreeText('I am sorry.') };
  const { told } = await telling('communication.drafted', said);
  expect(told[0]?.event).toMatchObject({ sha256: '794c44b307291a4fdbc4b7e916e07ab88f7c47f33982b5603e2496ed59a709e0' });
});

test('a refusal tells each blocker in a plain sentence', async () => {
  const answer = refusedFor({ rule: 'checkpoint', about: 'dayOf', who: 'safeguardingLead', since: null });
  const { given } = await telling('conference.begun', { attended: [] }, answer);
  expect(given).toMatchObject({
    __typename: 'Refused',
    why: 'blocked',
    blockers: [
      {
        whoCanSupply: 'safeguardingLead',
        words: 'A safeguarding sign-off is missing: Today: is it safe to begin? The safeguarding lead can supply it.',
      },
    ],
  });
});

test('a case that has moved on says where it stands', async () => {
  const stale = await telling('flag.set', { flag: 'hate' }, { ok: false, why: 'stale', revision: 9 }, fay, {
    revision: 8,
  });
  expect(stale.given).toEqual({ __typename: 'Stale', revision: 9 });
});

test('a facilitator who was only asked is not told how many events the case has (R42)', async () => {
  const told = { ok: true, caseId: id(1), revision: 9, again: false, detailed: false } as const;
  const answered = await telling('conflict.declared', { staffId: fay.id, connected: true }, told);
  expect(answered.given).toMatchObject({ __typename: 'Told', revision: null });
  const stale = await telling('flag.set', { flag: 'hate' }, { ok: false, why: 'stale', revision: 9, detailed: false });
  expect(stale.given).toEqual({ __typename: 'Stale', revision: null });
});

test('a case that is not there for this actor is not found; misuse is said in the words of the client', async () => {
  const wrong = (code: string) => telling('flag.set', { flag: 'hate' }, Object.assign(new Error('x'), { code }));
  await expect(telling('flag.set', { flag: 'hate' }, { ok: false, why: 'not-found' })).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  for (const code of ['KEY_REUSED', 'BAD_COMMAND', 'UNKNOWN_STAFF'])
    await expect(wrong(code)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  await expect(wrong('TEXT_UNKNOWN')).rejects.toThrow('x');
});

describe('a participant', () => {
  const own = { participantId: id(4), purpose: 'contact' };
  const consent = (about: string, rule: Blocker['rule'] = 'unknown'): Blocker => ({
    rule,
    about,
    who: 'participant',
    since: '2026-01-01T00:00:00.000Z',
  });

  // That the revision of an answer is not theirs to read is held by its audience: audience.test.ts.
  test('is not told whether a number of events is the right one', async () => {
    await expect(telling('consent.withdrawn', own, done, harry, { revision: 3 })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  test('sees a blocker about themselves, without a date', async () => {
    const { given } = await telling(
      'consent.withdrawn',
      own,
      refusedFor(consent(`${id(4)}|prepare|${id(7)}|-`)),
      harry,
    );
    expect(given).toMatchObject({ why: 'blocked', blockers: [{ rule: 'unknown', since: null }] });
  });

  test('sees no blocker that names another, or that speaks of the case: then it is not the time', async () => {
    const others = [
      consent(`${id(5)}|contact|-|-`),
      consent(`${id(4)}|attendance|${id(7)}|${id(5)}`),
      consent('case', 'closed'),
      consent(id(4), 'concern'),
      consent('case', 'paused'),
    ];
    const { given } = await telling('consent.withdrawn', own, refusedFor(...others), harry);
    expect(given).toMatchObject({ __typename: 'Refused', why: 'notNow', blockers: [], whoMay: [], which: null });
    expect((given as { words?: string } | null)?.words).toBe(
      'This cannot be done at the moment. The people who work with you can tell you more.',
    );
  });
});

describe('a malformed input never reaches the case', () => {
  const refused = async (type: EventType, event: object) => {
    await expect(telling(type, event)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  };
  const shared = { participantId: id(4), organisation: 'Northfold Housing', what: new FreeText('x'), told: true };

  test.each(['', '7', 'A0000000-0000-4000-8000-000000000001', `${id(4)}|x`, '__proto__', 'x'.repeat(5000)])(
    'an id %#',
    (bad) => refused('information.shared', { ...shared, participantId: bad }),
  );
  test.each(['', '  ', 'a|b', 'a\nb', 'a\0b', '\ud800', 'constructor', 'x'.repeat(201)])('a text %#', (bad) =>
    refused('information.shared', { ...shared, organisation: bad }),
  );
  test('a list of ten thousand, or with the same twice', async () => {
    await refused('conference.begun', { attended: Array.from({ length: 10_000 }, () => id(4)) });
    await refused('conference.begun', { attended: [id(4), id(4)] });
  });
});

test('free words print as nothing', () => {
  const words = new FreeText('private');
  expect(JSON.stringify({ words })).not.toContain('private');
  expect(String(words)).not.toContain('private');
});
