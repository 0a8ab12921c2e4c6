// Preparation, meeting and exchange of words as staff see them.
import { arrangements, arrangementsFor, takingPart, type Arrangement } from '#libs/case';
import type { Seen } from '../seen.js';
import { colleagueOrNull, rows, text, textOrNull } from './by-name.js';

export function preparation(seen: Seen) {
  const { process, held, ready, arrangements: settled, coWorkingAgreed } = seen.facts.preparation;
  const people = new Set([...takingPart(seen.facts).map(([id]) => id), ...Object.keys(held), ...Object.keys(ready)]);
  const needed = process ? arrangementsFor(process.type) : [];
  const all = new Set([...needed, ...(Object.keys(settled) as Arrangement[])]);
  return {
    processType: process?.type ?? null,
    chosenAt: process?.at ?? null,
    chosenBy: colleagueOrNull(process?.by),
    people: [...people].map((participantId) => ({
      participantId,
      contacts: held[participantId] ?? [],
      ready: ready[participantId]?.ready ?? null,
      readyStatedAt: ready[participantId]?.at ?? null,
    })),
    arrangements: [...all].map((arrangement) => ({
      arrangement,
      asks: arrangements[arrangement].asks,
      at: settled[arrangement]?.at ?? null,
      by: colleagueOrNull(settled[arrangement]?.by),
      text: textOrNull(seen, settled[arrangement]?.text),
    })),
    coWorkingAgreedAt: coWorkingAgreed?.at ?? null,
    coWorking: textOrNull(seen, coWorkingAgreed?.text),
  };
}

export function conference({
  facts: {
    conference: { booking, session, held },
  },
}: Seen) {
  const pause = session?.pause;
  const checked = Object.entries(pause?.checked ?? {}).map(([participantId, check]) => ({ participantId, ...check }));
  return {
    booking: booking && { ...booking, id: booking.bookingId },
    session: session && { ...session, pause: pause ? { ...pause, checked } : null },
    held,
  };
}

type Words = Seen['facts']['exchange']['words'][string];

export const exchange = (seen: Seen) =>
  rows(seen.facts.exchange.words).map((words) => ({
    ...words,
    text: text(seen, words.text),
    state: stateOf(words),
    screenedAt: words.screened?.at ?? null,
    screenedBy: colleagueOrNull(words.screened?.by),
    secondCheckedAt: words.secondCheck?.at ?? null,
    secondCheckedBy: colleagueOrNull(words.secondCheck?.by),
    heldBecause: textOrNull(seen, words.held?.reason),
  }));

/** The furthest words have come on their way; held back outweighs everything but having been passed on. */
function stateOf({ passedAt, held, secondCheck, screened, agreedAt }: Words) {
  if (passedAt) return 'passed';
  if (held) return 'held';
  if (secondCheck) return 'checked';
  if (screened) return 'screened';
  return agreedAt ? 'agreed' : 'drafted';
}
