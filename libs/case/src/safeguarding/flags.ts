// Whether a case is sensitive or complex, or about abuse (R34, R36): flags set, flags that follow from the facts, less those cleared.
import type { Facts } from '../facts.js';
import { perFacts } from '../per-facts.js';
import type { Id } from '../reducers.js';
import { ages } from '../vocabulary/people.js';
import { riskFlags, type RiskFlag } from '../vocabulary/risk.js';

/** The people who are by themselves the ground of a flag: each child harmed, and everybody where both sides are several. */
const grounds = perFacts((facts): Partial<Record<RiskFlag, Id[]>> => {
  const people = Object.entries(facts.people.participants).filter(([, p]) => p.leftAt === null);
  const harmed = people.filter(([, p]) => p.role === 'harmed');
  const responsible = people.filter(([, p]) => p.role === 'responsible');
  const children = harmed.filter(([, p]) => ages[p.age].minor).map(([id]) => id);
  const several = harmed.length > 1 && responsible.length > 1;
  return {
    ...(children.length > 0 ? { childVictim: children } : {}),
    ...(several ? { multiParty: [...harmed, ...responsible].map(([id]) => id) } : {}),
  };
});

/** Flags that have a ground now which was not there before: where they were cleared they come back (R34). */
export const comeBack = (before: Facts, after: Facts): RiskFlag[] =>
  (Object.entries(grounds(after)) as [RiskFlag, Id[]][])
    .filter(([flag, now]) => now.some((id) => !grounds(before)[flag]?.includes(id)))
    .map(([flag]) => flag);

/** Flags in force: those set, and those that follow from who is in the case. */
export const flagsOf = perFacts((facts): RiskFlag[] => {
  const follows = Object.keys(grounds(facts)) as RiskFlag[];
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
