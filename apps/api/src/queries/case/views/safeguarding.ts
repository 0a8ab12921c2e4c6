// Concerns, freezes, deviations, assessments, orders and approvals as staff see them (R31 to R40, R84, R95).
import type { Process } from '#libs/case';
import { explainedWith } from '../../../audience/refusal-for-reader.js';
import type { Seen } from '../seen.js';
import { colleague, colleagueOrNull, rows, text, textOrNull } from './by-name.js';

export const concerns = ({ facts }: Seen) =>
  rows(facts.safeguarding.concerns)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ decision, by, participantId, ...concern }) => ({
      ...concern,
      about: participantId,
      by: colleague(by),
      decision: decision?.decision ?? null,
      decidedAt: decision?.at ?? null,
      decidedBy: colleagueOrNull(decision?.by),
    }));

export const freezes = ({ facts }: Seen) =>
  rows(facts.safeguarding.freezes).map(({ participantId, ...freeze }) => ({ ...freeze, about: participantId }));

export const deviations = (seen: Seen) =>
  rows(seen.facts.deviations.of)
    .toSorted((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt))
    .map(({ reviewed, recordedBy, blockers, ...deviation }) => ({
      ...deviation,
      blockers: blockers.map(explainedWith(seen.facts.people.participants)),
      recordedBy: colleague(recordedBy),
      reviewedAt: reviewed?.at ?? null,
      reviewedBy: colleagueOrNull(reviewed?.by),
      finding: textOrNull(seen, reviewed?.finding),
    }));

/** R39: for those on the case and the safeguarding lead; null for all others. */
export const assessments = ({ facts, onCase }: Seen) =>
  onCase
    ? Object.entries(facts.safeguarding.assessments).map(([participantId, { assessmentId, at, by, level }]) => ({
        id: assessmentId,
        participantId,
        at,
        by: colleague(by),
        level,
      }))
    : null;

export const orders = ({ facts }: Seen) => rows(facts.safeguarding.orders);
export const custody = (seen: Seen) =>
  Object.entries(seen.facts.safeguarding.custody).map(([participantId, { place, ...one }]) => ({
    participantId,
    ...one,
    place: text(seen, place),
  }));
export const approvals = (seen: Seen, process: Process) =>
  Object.entries(process.signOffs.approvals).map(([participantId, { place, ...one }]) => ({
    participantId,
    ...one,
    place: textOrNull(seen, place),
  }));
