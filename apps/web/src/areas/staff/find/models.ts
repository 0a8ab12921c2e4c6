// What the page of finding people draws: the sides that may be looked on, and who was found, each with their cases.
import type { FieldModel } from '../../../kit/field/field.js';
import { isFor } from '../../../server/area.js';
import type { FormProblem } from '../../../server/form-problems.js';
import type { Speaker } from '../../../locale/speaker.js';
import { caseAddress } from '../addresses.js';
import type { FindPeopleQuery } from './page.generated.js';
import type { en } from './words.en.js';

type Own = keyof typeof en;

/** Only the safeguarding lead may look on all sides at once. */
export function sidesFor(
  roles: readonly string[],
  chosen: string | undefined,
  { say }: Speaker<Own>,
): FieldModel['items'] {
  const sides = ['harmed', 'responsible', 'neither', ...(isFor(['safeguardingLead'], roles) ? ['all'] : [])] as const;
  return sides.map((value) => ({ value, text: say(value as Own), chosen: value === chosen }));
}

/** The problem beside each field. */
export const whatIsWrong = ({ problems = [] }: { readonly problems?: readonly FormProblem[] }) =>
  Object.fromEntries(problems.map(({ href, text }) => [href.slice(1), text]));

export function foundModel({ edges, pageInfo }: FindPeopleQuery['people'], { say, name }: Speaker<Own>) {
  return {
    isSearched: true,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    found: edges.map(({ node }) => ({
      who: node.name ?? say('noName'),
      cases: node.cases.map(({ caseId, reference, role }) => ({
        href: caseAddress(caseId),
        reference,
        role: name('roles', role),
      })),
    })),
  };
}
