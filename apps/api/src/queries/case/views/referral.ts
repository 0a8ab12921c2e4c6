// How a case began and how it closed.
import type { Seen } from '../seen.js';
import { colleague, text } from './by-name.js';

export function referral(seen: Seen) {
  const { source, initiator, receivedAt, reportedOn, justiceStage, courtDate, offences, suitability } =
    seen.facts.referral;
  return {
    source,
    initiator,
    receivedAt,
    reportedOn,
    justiceStage,
    courtDate,
    offences: offences.map(({ offenceId, kind }) => ({ id: offenceId, kind })),
    suitability: suitability && {
      ...suitability,
      by: colleague(suitability.by),
      reason: text(seen, suitability.reason),
    },
  };
}

export const closing = ({
  facts: {
    closing: { closed },
  },
}: Seen) => closed && { ...closed, by: colleague(closed.by) };
