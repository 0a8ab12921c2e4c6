// The band above a page of one person in a case: who they are, on which side, and the case.
import type { BandModel } from '../../kit/band/band.js';
import type { Speaker } from '../../locale/speaker.js';
import { caseAddress, personAddress } from './addresses.js';
import { sideOf } from './sides.js';

interface CaseOfBand {
  readonly id: string;
  readonly reference: string;
  readonly processes: Parameters<typeof sideOf>[0] | null;
}
type PersonOfBand = Parameters<typeof sideOf>[1] & { readonly name: string | null };

/** `person` null: the band of the case alone. */
export function bandOf(found: CaseOfBand, person: PersonOfBand | null, { say, name }: Speaker): BandModel {
  const side = person && sideOf(found.processes ?? [], person);
  return {
    side,
    person: person && {
      name: person.name ?? name('roles', person.role),
      href: personAddress(found.id, person.id),
      side: side ? say('form.side', { side: name('sides', side) }) : name('roles', person.role),
    },
    case: { word: say('form.case'), reference: found.reference, href: caseAddress(found.id) },
  };
}
