// How a case began and how it closed.
import type { Seen } from '../seen.js';
import { colleague } from './by-name.js';

export function referral(seen: Seen) {
  const { source, initiator, receivedAt, reportedOn, justiceStage, courtDate, offences } = seen.facts.referral;
  return {
    source,
    initiator,
    receivedAt,
    reportedOn,
    justiceStage,
    courtDate,
    offences: offences.map(({ offenceId, kind }) => ({ id: offenceId, kind })),
  };
}

export const closing = ({
  facts: {
    closing: { closed },
  },
}: Seen) => closed && { ...closed, by: colleague(closed.by) };
