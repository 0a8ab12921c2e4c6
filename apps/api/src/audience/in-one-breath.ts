// Several positions as one says them: "the lead facilitator, a coordinator or a manager".
import { positions, type Position } from '#libs/case';

/** Lead and co-facilitator together are a facilitator of the case. */
function saidShort(who: readonly Position[]): Position[] {
  const both = who.includes('lead') && who.includes('coFacilitator');
  return both ? ['facilitating', ...who.filter((p) => p !== 'lead' && p !== 'coFacilitator')] : [...who];
}

/** The positions in words, in their order; nobody for none. */
export function inOneBreath(who: readonly Position[]): string {
  const words = [...new Set(saidShort(who))].map((position) => positions[position].says);
  const last = words.pop() ?? 'nobody';
  return words.length > 0 ? `${words.join(', ')} or ${last}` : last;
}
