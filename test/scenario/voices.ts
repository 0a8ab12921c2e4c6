// How a person of a story speaks to the API: a method for each mutation, over HTTP, with a token of their own.
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { EventPayloads, Id } from '#libs/case';
import { verbs } from '../../apps/api/src/commands/index.js';
import { inputOf } from '../harness/api/sample-commands.js';

export type Verb = keyof typeof verbs;
/** What is said with a verb: the fields of its event; free words as they are spoken, ids of new things left out. */
export type Spoken<V extends Verb> = Partial<EventPayloads[(typeof verbs)[V]]> & {
  person?: { given: string; family?: string };
  /** When it happened, where it is written down later. */
  on?: string;
  /** A case that is opened again begins with a new process. */
  beginAgain?: boolean;
};
export interface BlockerSeen {
  rule: string;
  about: string;
  whoCanSupply: string;
  since: string | null;
}
/** How a try ended. `code` is that of an error, which for a case one may not see is the same as for one that is not there. */
export interface Tried {
  ended: 'Told' | 'Refused' | 'Stale' | 'Error';
  made: Id | null;
  why: string | null;
  /** `rule about`, in the order they were given. */
  blockers: string[];
  /** The same in full. */
  refused: BlockerSeen[];
  code: unknown;
}
type Says<R> = { readonly [V in Verb]: (event?: Spoken<V>) => Promise<R> };
/** One event of several told together: the verb, and what is said with it. */
export type Told = { [V in Verb]: readonly [verb: V, event?: Spoken<V>] }[Verb];
/** Says it, and the story breaks off when it is not heard; gives the id of what it made. `tries` gives what came of it. */
export type Voice = Says<Id> & {
  readonly tries: Says<Tried>;
  /** Everything that is known at one moment, as one command; the story breaks off when it is not heard. */
  readonly together: (...told: readonly Told[]) => Promise<void>;
};

/** Sends one document; gives the reply. */
export async function ask(url: string, token: string, query: string, variables: object = {}) {
  const { body } = await request(url)
    .post('/graphql')
    .set('authorization', `Bearer ${token}`)
    .send({ query, variables });
  return body as { data?: Record<string, unknown>; errors?: { message: string; extensions: { code: string } }[] };
}

const seen = '__typename ... on Told { made } ... on Refused { why blockers { rule about whoCanSupply since } }';
export const inShort = ({ rule, about }: Pick<BlockerSeen, 'rule' | 'about'>): string => `${rule} ${about}`;

async function tried(url: string, token: string, caseId: Id, verb: Verb, event: object | undefined): Promise<Tried> {
  const input = inputOf(verb);
  const query = `mutation ($command: Command!${input ? `, $event: ${input}!` : ''}) {
    ${verb}(command: $command${input ? ', event: $event' : ''}) { ${seen} } }`;
  const command = { caseId, key: randomUUID() };
  const { data, errors } = await ask(url, token, query, { command, ...(input && { event: event ?? {} }) });
  const answer = data?.[verb] as {
    __typename: Tried['ended'];
    made?: Id;
    why?: string;
    blockers?: BlockerSeen[];
  } | null;
  if (!answer) {
    const [error] = errors ?? [];
    return {
      ended: 'Error',
      made: null,
      why: error?.message ?? null,
      blockers: [],
      refused: [],
      code: error?.extensions.code,
    };
  }
  const { __typename: ended, made = null, why = null, blockers: refused = [] } = answer;
  return { ended, made, why, blockers: refused.map(inShort), refused, code: null };
}

/** The voice of whoever holds this token, about one case; `before` happens ahead of everything said. */
export function voiceOf(url: string, token: () => Promise<string>, caseId: Id, before: () => void): Voice {
  const tries = async (verb: Verb, event?: object) => (before(), tried(url, await token(), caseId, verb, event));
  const says = async (verb: Verb, event?: object) => {
    const { ended, made, why, blockers, code } = await tries(verb, event);
    if (ended === 'Told') return made ?? '';
    throw new Error(`${verb} ended in ${ended}: ${[why, code, ...blockers].filter(Boolean).join('; ')}`);
  };
  const each = <R>(how: (verb: Verb, event?: object) => Promise<R>) =>
    Object.fromEntries(
      (Object.keys(verbs) as Verb[]).map((verb) => [verb, (event?: object) => how(verb, event)]),
    ) as Says<R>;
  const together = async (...told: readonly Told[]) => {
    before();
    const events = told.map(([verb, event]) => ({ [verb]: inputOf(verb) ? (event ?? {}) : true }));
    const query = `mutation ($command: Command!, $events: [AnyEvent!]!) { recordTogether(command: $command, events: $events) { ${seen} ... on Refused { which } } }`;
    const command = { caseId, key: randomUUID() };
    const { data, errors } = await ask(url, await token(), query, { command, events });
    const answer = data?.['recordTogether'] as { __typename: string; which?: number; blockers?: BlockerSeen[] } | null;
    if (answer?.__typename === 'Told') return;
    const verb = told[(answer?.which ?? 1) - 1]?.[0] ?? 'recordTogether';
    const why = answer ? [answer.__typename, ...(answer.blockers ?? []).map(inShort)] : [errors?.[0]?.message];
    throw new Error(`${verb}, told together, ended in ${why.join('; ')}`);
  };
  return { ...each(says), tries: each(tries), together };
}
