// Whether a case is sensitive or complex, or about abuse (R34, R36): flags set, flags that follow from the facts, less those cleared.
import type { Facts } from '../facts.js';
import { perFacts } from '../per-facts.js';
import { ages } from '../vocabulary/people.js';
import { riskFlags, type RiskFlag } from '../vocabulary/risk.js';

/** Flags in force. A child harmed and several people on both sides are flags by themselves. */
export const flagsOf = perFacts((facts): RiskFlag[] => {
  const people = Object.values(facts.people.participants).filter((p) => p.leftAt === null);
  const harmed = people.filter((p) => p.role === 'harmed');
  const follows: RiskFlag[] = [
    ...(harmed.some((p) => ages[p.age].minor) ? (['childVictim'] as const) : []),
    ...(harmed.length > 1 && people.filter((p) => p.role === 'responsible').length > 1
      ? (['multiParty'] as const)
      : []),
  ];
  const set = Object.keys(facts.safeguarding.flags) as RiskFlag[];
  return [...new Set([...set, ...follows])].filter((f) => !facts.safeguarding.cleared[f]);
});
export const isSensitive = (facts: Facts): boolean => flagsOf(facts).some((f) => riskFlags[f].sensitive);
export const isAbuse = (facts: Facts): boolean => flagsOf(facts).some((f) => riskFlags[f].abuse);
/** Whether somebody else than the person harmed began a case about abuse, and the person harmed has not asked for it since (R4). */
export const isClosedToHarmed = (facts: Facts, participantId: string): boolean =>
  isAbuse(facts) &&
  ['responsible', 'unknown', 'probation', 'other'].includes(facts.referral.initiator) &&
  !facts.referral.askedThemselves[participantId];
