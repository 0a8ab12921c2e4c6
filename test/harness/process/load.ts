// A load of commands from several clients at once, seeded: what was sent, and what was acknowledged before the server was gone.
import type { Id } from '#libs/case';
import { inputOf } from '../api/sample-commands.js';
import type { KillableServer } from './killable-server.js';
import type { Chance } from '../../simulation/chance.js';

/** A command of the load. `answer` is null as long as none came: whether it happened is unknown. */
export interface Sent {
  role: string;
  verb: string;
  key: string;
  /** Null for one that opens a case. */
  caseId: Id | null;
  event: object;
  answer: Answer | null;
}
/** What came back: `Told`, or anything else. */
export interface Answer {
  __typename: string;
  caseId?: Id;
  revision?: number;
}

type Saying = readonly [role: string, verb: string, event: (c: Chance, n: number) => object];
const flags = ['hate', 'death', 'mentalHealth', 'relationship', 'continuingContact', 'multiParty'] as const;
/** Who says what. Each leaves something beside its journal entry: a person, a deadline, words, or a task. */
const sayings: readonly [Saying, ...Saying[]] = [
  [
    'coordinator',
    'addParticipant',
    (c, n) => ({
      person: { given: `Ada ${n}` },
      role: c.some(['harmed', 'responsible']),
      age: 'adult',
      approach: 'agreed',
    }),
  ],
  [
    'coordinator',
    'updateJusticeStage',
    (c) => ({ justiceStage: 'preSentence', courtDate: `209${c.upTo(10)}-06-1${c.upTo(10)}` }),
  ],
  ['manager', 'setFlag', (c) => ({ flag: c.some(flags) })],
  ['manager', 'reportRiskInformation', (_c, n) => ({ text: `Heard, number ${n}` })],
  ['safeguarding lead', 'raiseConcern', (_c, n) => ({ text: `A worry, number ${n}` })],
];
const opening = { source: 'police', initiator: 'harmed', offences: [{ kind: 'burglary' }] };

/** Sends a command, or sends it again; throws when no process answers. */
export async function send({ url, tokens }: KillableServer, { role, verb, key, caseId, event }: Sent): Promise<Answer> {
  const opens = caseId === null;
  const query = `mutation ($command: ${opens ? 'Opening' : 'Command'}!, $event: ${opens ? 'CaseOpened' : inputOf(verb)}!) {
    ${verb}(command: $command, event: $event) { __typename ... on Told { caseId revision } ... on Refused { why } } }`;
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(role)}` },
    body: JSON.stringify({ query, variables: { command: opens ? { key } : { caseId, key }, event } }),
  });
  const { data, errors } = (await reply.json()) as { data?: Record<string, Answer | null>; errors?: unknown };
  const answer = data?.[verb];
  if (!answer) throw new Error(`${verb} was answered by an error: ${JSON.stringify(errors)}`);
  return answer;
}

/** What one command says, by chance: now and then another case, otherwise something about one that is there. */
function next(c: Chance, cases: readonly Id[], key: string, n: number): Sent {
  const caseId = c.percent(8) ? undefined : c.one(cases);
  if (caseId === undefined)
    return { role: 'coordinator', verb: 'openCase', key, caseId: null, event: opening, answer: null };
  const [role, verb, says] = c.some(sayings);
  return { role, verb, key, caseId, event: says(c, n), answer: null };
}

/**
 * Lets clients send commands, each waiting for its answer before the next, until so many were acknowledged; then `end`
 * happens in the middle of whatever is under way. Gives everything that was sent.
 */
export async function loadUntil(
  server: KillableServer,
  {
    clients,
    acknowledged,
    cases,
    c,
    name,
  }: { clients: number; acknowledged: number; cases: Id[]; c: Chance; name: string },
  end: () => Promise<void>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  let told = 0;
  let ended: Promise<void> | null = null;
  const client = async (): Promise<void> => {
    while (!ended) {
      const command = next(c, cases, `${name}-${sent.length}`, sent.length);
      sent.push(command);
      try {
        command.answer = await send(server, command);
      } catch (error) {
        if (!ended) throw error;
        return; // the server is gone: nobody knows
      }
      if (command.verb === 'openCase' && command.answer.caseId) cases.push(command.answer.caseId);
      told += 1;
      if (told === acknowledged) ended = end();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await ended;
  return sent;
}
