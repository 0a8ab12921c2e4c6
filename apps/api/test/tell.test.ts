// One call sends an event: the input is the event, its free words go apart, and the answer is a member of the union.
import { RequestContext } from '../src/graphql/request-context.js';
import type { Answer, Command } from '../src/ports/casework.js';
import { FreeText } from '../src/refusals/free-text.js';
import { tell } from '../src/refusals/tell.js';

const actor = { kind: 'staff', id: 'fay', serviceId: 's', roles: ['facilitator'] } as const;
const context = new RequestContext({ actor, scopes: new Set() }, {} as never);
const answering = (answer: Answer | Error) => {
  const told: Command[] = [];
  const casework = {
    tell: async (_: unknown, command: Command) => {
      told.push(command);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { casework, told };
};
const input = { caseId: 'c', key: 'k', about: 'p' };

test('the input is the event, and its words become a text of their own', async () => {
  const { casework, told } = answering({ ok: true, caseId: 'c', revision: 3 });
  const said = { ...input, text: new FreeText('He waited outside her door') };
  const answer = await tell(casework, context, said, 'concern.raised');
  expect(answer).toEqual({ __typename: 'Told', caseId: 'c', revision: 3 });
  const [command] = told;
  const id = command?.texts?.[0]?.id;
  expect(command).toEqual({
    caseId: 'c',
    key: 'k',
    event: { type: 'concern.raised', about: 'p', text: id },
    texts: [{ id, audience: 'safeguarding', words: 'He waited outside her door' }],
  });
});

test('the same command sent twice is the same command, to the ids of its texts', async () => {
  const { casework, told } = answering({ ok: true, caseId: 'c', revision: 3 });
  for (let n = 0; n < 2; n += 1) await tell(casework, context, { ...input, reason: new FreeText('x') }, 'case.paused');
  expect(told[0]).toEqual(told[1]);
  expect(told[0]?.texts?.[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a refusal tells each blocker in a plain sentence', async () => {
  const blockers = [{ rule: 'checkpoint', about: 'dayOf', who: 'safeguardingLead', since: null }] as const;
  const answer = await tell(
    answering({ ok: false, why: 'blocked', blockers }).casework,
    context,
    input,
    'case.resumed',
  );
  expect(answer).toMatchObject({
    __typename: 'Refused',
    why: 'blocked',
    blockers: [
      {
        whoCanSupply: 'safeguardingLead',
        words: 'A safeguarding sign-off is missing. The safeguarding lead can supply it.',
      },
    ],
  });
});

test('a case that has moved on says where it stands', async () => {
  const answer = await tell(
    answering({ ok: false, why: 'stale', revision: 9 }).casework,
    context,
    input,
    'case.resumed',
  );
  expect(answer).toEqual({ __typename: 'Stale', revision: 9 });
});

test("a case that is not there for this actor is not found, and a key used twice is the client's error", async () => {
  const gone = answering({ ok: false, why: 'not-found' });
  await expect(tell(gone.casework, context, input, 'case.resumed')).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  const reused = answering(Object.assign(new Error('x'), { code: 'KEY_REUSED' }));
  await expect(tell(reused.casework, context, input, 'case.resumed')).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('words that one person may read go to that person, and words that nobody keeps are a fault of ours', async () => {
  const { casework, told } = answering({ ok: true, caseId: 'c', revision: 3 });
  const wish = new FreeText('Not on Fridays');
  await tell(casework, context, { ...input, participantId: 'p1', wish }, 'preference.stated');
  expect(told[0]?.texts?.[0]?.audience).toBe('p1');
  await expect(tell(casework, context, { ...input, wish }, 'case.paused')).rejects.toThrow('keeps no words');
});

test('free words print as nothing', () => {
  const words = new FreeText('private');
  expect(JSON.stringify({ words })).not.toContain('private');
  expect(String(words)).not.toContain('private');
});
