/** What the practice says about a referral as it arrives: lateness, enhanced rights, who may not be contacted (R1, R2, R4, R7). */
import { addWorkingDays, workingDaysBetween } from '#libs/time';
import { comparedSides } from './compare.js';
import { foldedName } from './cells/names.js';
import { abuse } from './offences.js';
import type { Group } from './group.js';
import type { Answer, CalendarDate, Initiator, Referral, ReferralFlag, ReferredPerson, RiskFlags } from './referral.js';

/** Time limits in working days, settings of the service. */
export interface IntakeLimits {
  /** The police refer within this many days of the report (R2; Victims' Code). */
  referral: number;
  /** The person harmed is told about restorative justice within this many (R1; Victims' Code). */
  information: number;
  /** The same with enhanced rights. */
  informationEnhanced: number;
}
export const codeLimits: IntakeLimits = { referral: 2, information: 5, informationEnhanced: 1 };

/** Flags of a row that give enhanced rights under the Victims' Code: the most serious crimes, and victims under 18. */
const enhancing = [
  'childVictim',
  'domesticAbuse',
  'coerciveControl',
  'sexual',
  'stalking',
  'trafficking',
  'exploitation',
  'hate',
  'death',
] as const;

/** A group judged. `found` are the flags added here. */
export function judged(group: Group, limits: IntakeLimits): { referral: Referral; found: ReferralFlag[] } {
  const { draft } = group;
  const harmed = draft.people.filter((one) => one.role === 'harmed');
  const enhancedRights = enhancing.some((flag) => draft.risk[flag] === true) || null;
  const within = enhancedRights ? limits.informationEnhanced : limits.information;
  const informationDueOn = draft.reportedOn === null ? null : addWorkingDays(draft.reportedOn, within);
  const victimAgreedToShare = strictest(harmed.map((one) => one.agreedToShare));
  const abuseRule = whoBegan(draft.initiator, draft.risk);
  const allRefused = harmed.length > 0 && harmed.every((one) => one.agreedToShare === false);
  const found: ReferralFlag[] = [
    ...lateness(draft.source === 'police', draft.reportedOn, draft.receivedOn, limits.referral),
    ...(informationDueOn !== null && draft.receivedOn !== null && draft.receivedOn > informationDueOn
      ? [{ rule: 'R1', what: 'informationLate', about: 'harmed' } as const]
      : []),
    ...abuseRule.flags,
    ...(harmed.some((one) => one.agreedToShare === null)
      ? [{ rule: 'R7', what: 'agreementNotKnown', about: 'harmed' } as const]
      : []),
    ...comparedSides(draft),
    ...(sameNames(draft.people) ? [{ rule: 'R10', what: 'sameNameBothSides', about: 'referral' } as const] : []),
  ];
  const referral: Referral = {
    ...draft,
    rows: group.rows,
    flags: [...draft.flags, ...found],
    enhancedRights,
    informationDueOn,
    victimAgreedToShare,
    // Whoever is not safe now is the safeguarding lead's at once (R37), and so is a question of abuse.
    toSafeguarding:
      abuseRule.toSafeguarding || draft.flags.some(({ what }) => what === 'urgent' || what === 'partnerInWords'),
    noVictimContact: abuseRule.hold || allRefused,
  };
  return { referral, found };
}

function strictest(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.length === 0 || answers.includes(null) ? null : true;
}

function lateness(
  fromPolice: boolean,
  reportedOn: CalendarDate | null,
  receivedOn: CalendarDate | null,
  limit: number,
): ReferralFlag[] {
  if (!fromPolice) return [];
  if (reportedOn === null || receivedOn === null)
    return [{ rule: 'R2', what: 'reportDateNotKnown', about: 'referral' }];
  return workingDaysBetween(reportedOn, receivedOn) > limit
    ? [{ rule: 'R2', what: 'lateReferral', about: 'referral' }]
    : [];
}

/** R4. Where an answer is missing, it is treated as the one that protects: "Unknown" is never "No". */
function whoBegan(
  initiator: Initiator,
  risk: RiskFlags,
): { toSafeguarding: boolean; hold: boolean; flags: ReferralFlag[] } {
  const abused = abuse.some((flag) => risk[flag] === true);
  const flags = (what: 'harmerInitiatedAbuse' | 'initiatorNotKnown' | 'abuseNotKnown'): ReferralFlag[] => [
    { rule: 'R4', what, about: 'referral' },
  ];
  if (abused && initiator === 'responsible')
    return { toSafeguarding: true, hold: true, flags: flags('harmerInitiatedAbuse') };
  if (abused && initiator === 'unknown') return { toSafeguarding: true, hold: true, flags: flags('initiatorNotKnown') };
  if (initiator === 'responsible' && risk.domesticAbuse === null)
    return { toSafeguarding: false, hold: true, flags: flags('abuseNotKnown') };
  return { toSafeguarding: false, hold: false, flags: [] };
}

function sameNames(people: readonly ReferredPerson[]): boolean {
  const names = (role: ReferredPerson['role']) =>
    people
      .filter((one) => one.role === role)
      .map((one) => foldedName(one.names))
      .filter(Boolean);
  const responsible = new Set(names('responsible'));
  return names('harmed').some((name) => responsible.has(name));
}
