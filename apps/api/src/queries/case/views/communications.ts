// Letters, recordings and carried messages as staff see them (R49, R50, R90).
import type { Communication, Process } from '#libs/case';
import type { Seen } from '../seen.js';
import { colleagueOrNull, rows, text, textOrNull } from './by-name.js';

export const communications = (seen: Seen, process: Process) =>
  rows(process.communication.of)
    .toSorted((a, b) => Date.parse(a.draftedAt) - Date.parse(b.draftedAt))
    .map(({ screened, secondCheck, held, ...communication }) => ({
      ...communication,
      text: text(seen, communication.text),
      state: stateOf({ screened, secondCheck, held, ...communication }),
      screenedAt: screened?.at ?? null,
      screenedBy: colleagueOrNull(screened?.by),
      secondCheckedAt: secondCheck?.at ?? null,
      secondCheckedBy: colleagueOrNull(secondCheck?.by),
      heldAt: held?.at ?? null,
      heldBySender: held?.bySender ?? null,
      heldBecause: textOrNull(seen, held?.reason),
    }));

/** The furthest it has come on its way; held back outweighs everything but having been passed on. */
function stateOf({ passedAt, held, secondCheck, screened, agreedAt }: Communication) {
  if (passedAt) return 'passed';
  if (held) return 'held';
  if (secondCheck) return 'checked';
  if (screened) return 'screened';
  return agreedAt ? 'agreed' : 'drafted';
}
