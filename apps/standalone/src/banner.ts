// What `npm start` says when it is ready.
import type { DemoToken } from '../../api/src/index.js';

/** Where things are, without a trailing slash. */
export interface Where {
  readonly pages: string;
  readonly api: string;
  readonly database: string;
  readonly graphiql: boolean;
  readonly demoTokens: readonly DemoToken[];
}

/** A few lines for the person at the keyboard: addresses, then a token for each role. */
export function banner({ pages, api, database, graphiql, demoTokens }: Where): string {
  const places = [
    `  pages     ${pages}`,
    `  GraphQL   ${api}/graphql`,
    ...(graphiql ? [`  GraphiQL  ${api}/graphiql`] : []),
    `  data      ${database}`,
  ];
  const tokens = demoTokens.map(({ role, token }) => `  ${role}\n    ${token}\n`);
  const offer =
    tokens.length > 0
      ? ['', 'Demo tokens, good for a working day (send one as "Authorization: Bearer ..."):', '', ...tokens]
      : [''];
  return ['Concord is ready.', '', ...places, ...offer, 'Ctrl-C stops everything.', ''].join('\n');
}
