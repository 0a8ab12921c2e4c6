// The twelve checks of graphql-cop as it makes them: each says whether the server fell for it.
import { getIntrospectionQuery } from 'graphql';

/** What came back. */
export interface Caught {
  readonly status: number;
  readonly text: string;
}
/** Sends a request to the server under attack; JSON and POST unless it says otherwise. */
export type Sends = (request: {
  method?: 'GET' | 'POST';
  query?: string;
  payload?: unknown;
  kind?: string;
}) => Promise<Caught>;

const many = (times: number, make: (n: number) => string) => Array.from({ length: times }, (_, n) => make(n)).join(' ');
const has = ({ text }: Caught, pattern: RegExp) => pattern.test(text);
const answered = (caught: Caught) => has(caught, /"data":\s*\{/);
const post = (query: string) => ({ payload: { query } });

/** By graphql-cop's name; true where the server can be attacked so. */
export const copChecks: Readonly<Record<string, (send: Sends) => Promise<boolean>>> = {
  'alias overloading': async (send) => answered(await send(post(`{ ${many(101, (n) => `alias${n}: __typename`)} }`))),
  'array-based query batching': async (send) =>
    has(await send({ payload: Array.from({ length: 10 }, () => ({ query: '{ __typename }' })) }), /\{"data"/),
  'directive overloading': async (send) => {
    const caught = await send(post(`{ __typename ${'@aa'.repeat(10)} }`));
    return (caught.text.match(/@aa/g) ?? []).length >= 10 || answered(caught);
  },
  'circular introspection': async (send) =>
    answered(
      await send(
        post(
          '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
        ),
      ),
    ),
  'field duplication': async (send) => answered(await send(post(`{ ${many(500, () => '__typename')} }`))),
  'field suggestions': async (send) => has(await send(post('{ mee { id } }')), /did you mean/i),
  'introspection by somebody who may not explore': async (send) =>
    has(await send(post(getIntrospectionQuery())), /"types"/),
  'queries by GET': async (send) => answered(await send({ method: 'GET', query: '{ __typename }' })),
  'mutations by GET': async (send) => {
    const caught = await send({ method: 'GET', query: 'mutation { __typename }' });
    return answered(caught) || caught.status === 200;
  },
  'POST as a form': async (send) =>
    answered(await send({ payload: 'query=%7B__typename%7D', kind: 'application/x-www-form-urlencoded' })),
  'trace mode': async (send) => has(await send(post('{ __typename }')), /tracing|ftv1/),
  'unhandled errors': async (send) => has(await send(post('query cop { { } }')), /exception|stacktrace|node_modules/i),
  // Not a check of its own there, and an answer that no check of theirs should find.
  GraphiQL: async (send) => has(await send({ method: 'GET' }), /<html|graphiql|playground/i),
};
