// What a caseload is asked for, as casework understands it.
import { conferenceSteps, idOrNone, riskFlags, stages, suppliers } from '#libs/case';
import type { CaseFilter, Order } from '#libs/casework';
import type { Page } from '#libs/database';
import { apiError } from '../../server/graphql/errors.js';
import { pageAsked, type PageArgs } from '../pages.js';

type OrNull<T> = { readonly [K in keyof T]?: T[K] | null };

/** The arguments of `caseload`. */
export interface CaseloadArgs extends PageArgs {
  readonly filter?: OrNull<CaseFilter> | null;
  readonly sort?: { readonly by: Order; readonly descending: boolean } | null;
}

const known = {
  stage: { ...stages, closed: {} },
  step: conferenceSteps,
  waitingOn: suppliers,
  flag: riskFlags,
} as const;
const ids: ReadonlySet<string> = new Set(['leadId', 'areaId']);

/** The filters that were given. BAD_USER_INPUT for a name that the vocabulary does not have: it would silently find nothing. */
export function filterAsked({ filter }: CaseloadArgs): CaseFilter {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  for (const [field, table] of Object.entries(known)) {
    const wanted = [given.find(([name]) => name === field)?.[1] ?? []].flat() as string[];
    const unknown = wanted.find((name) => !Object.hasOwn(table, name));
    if (unknown !== undefined) throw apiError('BAD_USER_INPUT', `There is no ${field} of that name.`);
  }
  // `mine: false` is no filter: no list leaves out the cases of its reader. A text that is no id matches no case.
  return Object.fromEntries(
    given
      .filter(([name, value]) => name !== 'mine' || value === true)
      .map(([name, value]) => [name, ids.has(name) ? idOrNone(String(value)) : value]),
  );
}

/** The page and order that were asked for. */
export const orderAsked = (args: CaseloadArgs): Page => ({
  ...pageAsked(args),
  ...(args.sort && { order: args.sort.by, descending: args.sort.descending }),
});
