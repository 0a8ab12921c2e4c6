// The filters of the caseload, as they stand in the address: each is a link, and a page of a list keeps them.
import type { StaffCasesQueryVariables } from './page.generated.js';

export type Wanted = 'open' | 'waiting' | 'unassigned' | 'concern' | 'sensitive' | 'closed';
export const wantedFilters: readonly Wanted[] = ['open', 'waiting', 'unassigned', 'concern', 'sensitive', 'closed'];

export interface Asked {
  readonly show: Wanted;
  /** Whether only the cases that the reader works on. */
  readonly mine: boolean;
  readonly stage: string | null;
  /** The beginning of a reference. */
  readonly reference: string;
  readonly after: string | null;
  readonly before: string | null;
}

const PAGE = 25;

/** What an address asks for; what it does not know is left out. */
export function askedIn(url: string, stages: readonly string[]): Asked {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const stage = query.get('stage');
  return {
    show: wantedFilters.find((one) => one === query.get('show')) ?? 'open',
    mine: query.get('whose') === 'mine',
    stage: stage !== null && stages.includes(stage) ? stage : null,
    reference: (query.get('reference') ?? '').trim().slice(0, 20),
    after: query.get('after'),
    before: query.get('before'),
  };
}

/** The address of the same list with something changed; a page of it is begun again. */
export function casesAddress(asked: Partial<Asked>): string {
  const query = new URLSearchParams({
    ...(asked.show && asked.show !== 'open' && { show: asked.show }),
    ...(asked.mine && { whose: 'mine' }),
    ...(asked.stage && { stage: asked.stage }),
    ...(asked.reference && { reference: asked.reference }),
    ...(asked.after && { after: asked.after }),
    ...(asked.before && { before: asked.before }),
  }).toString();
  return query === '' ? '/cases' : `/cases?${query}`;
}

/** The same for the API, with every field of its inputs. */
export function variablesOf({ show, mine, stage, reference, after, before }: Asked): StaffCasesQueryVariables {
  return {
    filter: {
      stage: stage === null ? null : [stage],
      step: null,
      waitingOn: show === 'waiting' ? ['facilitator'] : null,
      leadId: null,
      mine: mine || null,
      unassigned: show === 'unassigned' || null,
      openConcern: show === 'concern' || null,
      sensitive: show === 'sensitive' || null,
      flag: null,
      closed: reference === '' ? show === 'closed' : null,
      reference: reference || null,
      areaId: null,
    },
    sort: { by: 'waitingSince', descending: false },
    after: before === null ? after : null,
    before,
    first: before === null ? PAGE : null,
    last: before === null ? null : PAGE,
  };
}
