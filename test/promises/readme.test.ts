// Promise: what the pages of the project tell a newcomer to type is taken, and answers as they say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonDate } from '#libs/time';
import { root } from '../../libs/config/src/paths.js';
import { startWholeApplication, type WholeApplication } from '../harness/web/whole-application.js';

const page = readFileSync(join(root, 'apps/api/README.md'), 'utf8');

interface Step {
  readonly as: string;
  readonly query: string | null;
  readonly mutation: string | null;
  readonly event: string;
  readonly refused: boolean;
}

/** The rows of the table "as | mutation or query | event", in their order. */
function steps(): Step[] {
  const [, ...rows] = (page.split('| as | mutation or query | event |')[1] ?? '').split('\n\n')[0]?.split('\n') ?? [];
  const events = new Map<string, string>();
  return rows.slice(1).map((row) => {
    const [as = '', what = '', given = ''] = row.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '').trim());
    const [, name = ''] = /`([^`]+)`/.exec(what) ?? [];
    const isQuery = what.startsWith('query');
    const event = given === 'as above' ? (events.get(name) ?? '') : given.replaceAll('`', '');
    events.set(name, event);
    return {
      as,
      query: isQuery ? name : null,
      mutation: isQuery ? null : name,
      event,
      refused: /: refused/.test(what),
    };
  });
}

/** What a newcomer would put in the place of a word in capitals. */
const known: Record<string, string> = { TODAY: londonDate(new Date().toISOString()) };
const filled = (text: string): string =>
  text.replace(/(\\?"?)\b(REFERENCE|CASE|STAFF|HARMED|TODAY)\b\1/g, (_all, quote: string, word: string) => {
    const quotes = quote || '"';
    return `${quotes}${known[word] ?? ''}${quotes}`;
  });

let application: WholeApplication;
beforeAll(async () => void (application = await startWholeApplication()), 60_000);
afterAll(() => application.ends());

const bodies = [...page.matchAll(/ask '(\{[^']+\})'/g)].map(([, body = '']) => body);
const sent = (body: string) => JSON.parse(filled(body)) as { query: string; variables?: object };

test('the first question shows one case, in an answer that fits on a screen', async () => {
  interface Answer {
    caseload: { edges: { node: { id: string; participants: { id: string; role: string }[] } }[] };
  }
  known['REFERENCE'] = application.caseOfTheTokens;
  const answer = await application.ask<Answer>('coordinator', sent(bodies[0] ?? '').query);
  expect(answer.caseload.edges).toHaveLength(1);
  expect(JSON.stringify(answer, null, 2).split('\n').length).toBeLessThan(150);
  const { id = '', participants = [] } = answer.caseload.edges[0]?.node ?? {};
  known['CASE'] = id;
  known['HARMED'] = participants.find(({ role }) => role === 'harmed')?.id ?? '';
  const { me } = await application.ask<{ me: { id: string } }>('facilitator', '{ me { id } }');
  known['STAFF'] = me.id;
});

test('the mutation that is written out is taken', async () => {
  const { query, variables } = sent(bodies[1] ?? '');
  expect(await application.ask('coordinator', query, variables)).toEqual({
    askFacilitator: { revision: expect.any(Number) as number },
  });
});

test('the steps of the first case are done or refused as the table says', async () => {
  interface Told {
    [mutation: string]: { __typename: string; blockers?: { words: string }[] };
  }
  const all = steps();
  expect(all.filter(({ mutation }) => mutation !== null).length).toBeGreaterThan(10);
  for (const [n, { as, query, mutation, event, refused }] of all.entries()) {
    if (query !== null) await application.ask(as, filled(query));
    if (mutation === null) continue;
    const text = `mutation { ${mutation}(command: { caseId: CASE, key: "step ${n}" }, event: ${event}) { __typename ... on Refused { blockers { words } } } }`;
    const told = (await application.ask<Told>(as, filled(text)))[mutation];
    expect([n, mutation, told]).toEqual([
      n,
      mutation,
      {
        __typename: refused ? 'Refused' : 'Told',
        ...(refused && { blockers: expect.arrayContaining([expect.anything()]) as object[] }),
      },
    ]);
  }
});
