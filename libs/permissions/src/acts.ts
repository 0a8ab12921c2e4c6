// Who may do or see what outside a case: every act and every role on one page. A role that is not named may not.
import type { Actor, StaffRole } from '#libs/case';

/** A member of staff. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>;

const staff = ['facilitator', 'coordinator', 'manager', 'safeguardingLead'] as const;
const oversight = ['coordinator', 'manager', 'safeguardingLead'] as const;
// Who looked, and what stands against erasure, is for two roles: managers read as well, and a second role must see that.
const accountable = ['manager', 'safeguardingLead'] as const;

export const acts = {
  // the service
  readStaffList: oversight,
  readFigures: oversight, // R73 to R75
  takeReferrals: ['coordinator', 'manager'], // files that referrers send
  mapReferrals: ['coordinator', 'manager'], // what the columns of those files mean
  editDirectory: ['coordinator', 'manager'], // support services, which anybody may read

  takeCall: staff, // what somebody says on the telephone becomes a referral, whoever answers

  // persons, apart from any case
  declareConnection: staff, // R42: with a case or a person, at any time; it is not read back to anybody
  searchPeople: oversight,
  searchPeopleOnAllSides: ['safeguardingLead'], // a page of both sides would show that a person stands on both
  readSuggestions: oversight, // a facilitator sees own cases, and so not the other half of a pair
  decideSuggestions: oversight, // merge, take a merge back, dismiss
  decideAcrossSides: ['safeguardingLead'], // the same, and seeing it, for a pair that stands on both sides
  changePerson: ['coordinator', 'manager'],
  changePersonOfLedCase: ['facilitator'], // the lead facilitator of a case the person takes part in
  erasePerson: ['manager'],

  // who looked (R68); not for the lead of a case: the log shows, among other things, who looks into their work
  readAccessLog: accountable,
  openInEmergency: staff, // of use to a facilitator: other roles see every case anyway
  readEmergencies: accountable,
  acknowledgeEmergency: accountable, // one that another member of staff opened
  endEmergencyOfOthers: accountable, // the one who opened it may always end it

  // consent texts (R29)
  readConsentTexts: staff,
  publishConsentText: ['manager'],

  // retention (R69)
  readRecordClasses: staff,
  setRecordClass: ['manager'],
  readHolds: accountable,
  placeHold: accountable,
  liftHold: accountable,
  readRetention: ['manager', 'program'], // what is due, what is proposed, and the list of runs
  proposeRetention: ['manager'],
  approveRetention: ['manager'], // another than the one who proposed
  runRetention: ['program'], // what two managers signed

  // sharing and disclosures (R71, R72)
  readOrganisations: staff,
  recordOrganisation: ['manager'],
  readDisclosures: oversight,
  recordDisclosure: accountable,

  // subject access (R70)
  readSubjectRequests: oversight,
  receiveSubjectRequest: ['coordinator', 'manager'],
  reviewForSubjectRequest: accountable,
  reviewSafeguardingForSubjectRequest: ['safeguardingLead'], // words about safety: to read them and to decide
  answerSubjectRequest: ['manager'],
} as const satisfies Record<string, readonly (StaffRole | 'program')[]>;
export type Act = keyof typeof acts;
/** Acts that a program of the service may do by itself as well. */
export type ProgramAct = { [A in Act]: 'program' extends (typeof acts)[A][number] ? A : never }[Act];

/** Whether this actor may do it in their own service. A participant may do none of these; several roles add up. */
export function mayDo(actor: Actor, act: Exclude<Act, ProgramAct>): actor is StaffActor;
export function mayDo(actor: Actor, act: ProgramAct): boolean;
export function mayDo(actor: Actor, act: Act): boolean {
  const allowed: readonly (StaffRole | 'program')[] = acts[act];
  if (actor.kind === 'clock') return allowed.includes('program');
  return actor.kind === 'staff' && actor.roles.some((role) => allowed.includes(role));
}
