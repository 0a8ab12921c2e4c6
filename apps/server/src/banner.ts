// What `npm start` says when it is ready.
import type { DemoToken } from '../../api/src/index.js';
import type { DemoShown } from './demonstration.js';
import { everyPart, type Parts } from '#libs/config';

/** Where things are, without a trailing slash. */
export interface Where extends DemoShown {
  readonly parts: Parts;
  /** Null for a part that runs in another process. */
  readonly pages: string | null;
  readonly api: string | null;
  readonly database: string | null;
  /** Where this process answers, whatever stands before it; null where nothing listens. */
  readonly listens: string | null;
  readonly graphiql: boolean;
  readonly demoTokens: readonly DemoToken[];
}

/** A few lines for the person at the keyboard: addresses, then a token for each role. */
export function banner(where: Where): string {
  const { parts, listens, pages, api, database, graphiql, demoTokens, tokensOf, invitations } = where;
  const what = parts.size === everyPart.length ? 'Concord is ready.' : `Concord is ready: ${[...parts].join(', ')}.`;
  const places = [
    ...(pages === null ? [] : [`  pages     ${pages}`]),
    ...(api === null ? [] : [`  GraphQL   ${api}/graphql`]),
    ...(api !== null && graphiql ? [`  GraphiQL  ${api}/graphiql`] : []),
    ...(listens !== null && parts.size < everyPart.length ? [`  listens   ${listens}`] : []),
    ...(database === null ? [] : [`  data      ${database}`]),
  ];
  const tokens = demoTokens.map(({ role, token }) => `  ${role}\n    ${token}\n`);
  const offer =
    tokens.length > 0
      ? [
          '',
          'Demo tokens, good for a working day (send one as "Authorization: Bearer ...");',
          `the person harmed and the person responsible take part in case ${tokensOf ?? '(gone by now)'}:`,
          '',
          ...tokens,
        ]
      : [''];
  const entrance =
    invitations.length > 0
      ? [
          '',
          `Invitations for the two people of case ${invitations[0]?.reference} (at ${pages ?? 'the pages'}/start; the one-time code is printed here):`,
          '',
          ...invitations.map(({ role, code }) => `  person ${role.padEnd(12)} ${code}`),
        ]
      : [];
  return [what, '', ...places, ...entrance, ...offer, 'Ctrl-C stops everything.', ''].join('\n');
}
