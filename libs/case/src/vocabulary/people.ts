// Who takes part in a case, and who works on it (practice.md sections 1, 2 and 4).

/** The side a participant stands on; `none` for those who belong to neither. */
export type Party = 'harmed' | 'responsible';

/** Who somebody is to a case. `party` is the side. What part they have in a process is another question (parts.ts). */
export const roles = {
  harmed: { party: 'harmed', prepared: true, says: 'Person harmed' },
  responsible: { party: 'responsible', prepared: true, says: 'Person referred as responsible' },
  representative: { party: null, prepared: true, says: 'Speaks for a person harmed' },
  supporter: { party: null, prepared: true, says: 'Supporter of someone' },
  communityMember: { party: null, prepared: true, says: 'Community member' },
  professional: { party: null, prepared: false, says: 'Professional' },
  interpreter: { party: null, prepared: false, says: 'Interpreter' },
  observer: { party: null, prepared: false, says: 'Observer or trainee' },
} as const satisfies Record<string, { party: Party | null; prepared: boolean; says: string }>;
export type Role = keyof typeof roles;

/** Age as far as a rule needs it (R26); never a date of birth. `unknown` is not `adult`. */
export const ages = {
  adult: { minor: false, says: '18 or over' },
  sixteenOrSeventeen: { minor: true, says: '16 or 17' },
  underSixteen: { minor: true, says: 'Under 16' },
  unknown: { minor: false, says: 'Not known' },
} as const satisfies Record<string, { minor: boolean; says: string }>;
export type Age = keyof typeof ages;

/** Whether a person may be approached at all, as the referrer said (R7). `unknown` is not `agreed`. */
export const approachBases = {
  agreed: { says: 'Agreed that the referrer passes their details on' },
  asked: { says: 'Asked for it themselves' },
  referred: { says: 'Referred by a service that works with them' },
  objected: { says: 'Did not agree; no identity is held' },
  unknown: { says: 'Not known; the referrer must say' },
} as const satisfies Record<string, { says: string }>;
export type ApproachBasis = keyof typeof approachBases;

/** What connects somebody in a case with another (R96). `excludes`: nobody's appropriate adult who is so connected with the matter (R93). */
export const conflictKinds = {
  involved: { excludes: true, says: 'Involved in what happened' },
  kin: { excludes: false, says: 'Family or household' },
  neighbour: { excludes: false, says: 'Neighbour' },
  friend: { excludes: false, says: 'Friend' },
  work: { excludes: false, says: 'Through work or school' },
  other: { excludes: false, says: 'Something else' },
} as const satisfies Record<string, { excludes: boolean; says: string }>;
export type ConflictKind = keyof typeof conflictKinds;
/** What an adult answers who is asked how they are connected with what happened, or with anybody but the minor they stand beside (R93). */
export const adultConnections = {
  none: { excludes: false, says: 'Not connected' },
  ...conflictKinds,
} as const satisfies Record<string, { excludes: boolean; says: string }>;
export type AdultConnection = keyof typeof adultConnections;

/** What a staff member does on one case (practice.md section 4). */
export const duties = {
  lead: { facilitates: true, says: 'Lead facilitator' },
  coFacilitator: { facilitates: true, says: 'Co-facilitator' },
  supervisor: { facilitates: false, says: 'Case supervisor' },
} as const satisfies Record<string, { facilitates: boolean; says: string }>;
export type Duty = keyof typeof duties;

/**
 * Practitioner levels of the Restorative Justice Council (S5, S9): which duties each may take,
 * apart for ordinary and for sensitive or complex cases. An Intermediate leads a sensitive case only with an Advanced beside them (R35).
 */
export const levels = {
  Foundation: { ordinary: ['coFacilitator'], sensitive: [] },
  Intermediate: { ordinary: ['lead', 'coFacilitator'], sensitive: ['lead', 'coFacilitator'] },
  Advanced: { ordinary: ['lead', 'coFacilitator', 'supervisor'], sensitive: ['lead', 'coFacilitator', 'supervisor'] },
} as const satisfies Record<string, { ordinary: readonly Duty[]; sensitive: readonly Duty[] }>;
export type Level = keyof typeof levels;

/** Roles staff hold in the service; duties on a case come by assignment. */
export const staffRoles = {
  facilitator: { says: 'Facilitator' },
  safeguardingLead: { says: 'Safeguarding lead' },
  manager: { says: 'Manager' },
  coordinator: { says: 'Coordinator' },
} as const satisfies Record<string, { says: string }>;
export type StaffRole = keyof typeof staffRoles;

/**
 * In what position somebody stands to a case. `facilitating`: lead or co-facilitator. `asked`: asked to declare (R42). `reaching`: staff
 * for whom the case is found, in whatever way: by their work, in an emergency, or because they are on call. `self`: the
 * participant whom an event is about; `participant`: anyone in the case who has not left; `attending`: who is in the meeting going on.
 */
export const positions = {
  lead: { says: 'the lead facilitator' },
  coFacilitator: { says: 'the co-facilitator' },
  facilitating: { says: 'a facilitator of the case' },
  supervisor: { says: 'the case supervisor' },
  coordinator: { says: 'a coordinator' },
  safeguardingLead: { says: 'the safeguarding lead' },
  manager: { says: 'a manager' },
  staff: { says: 'anybody of the staff who can see the case' },
  reaching: { says: 'anybody of the staff who can reach the case, or is on call for safeguarding' },
  asked: { says: 'whoever is asked to take the case' },
  self: { says: 'the person themselves' },
  participant: { says: 'anybody in the case' },
  attending: { says: 'anybody at the meeting' },
  clock: { says: 'nobody: it comes with its day' },
} as const satisfies Record<string, { says: string }>;
export type Position = keyof typeof positions;

/** What may be left where others could hear it (R11). What was not asked is `nothing`: silence never put anybody in danger. */
export const voicemails = {
  nothing: { leave: false, says: 'Leave no message' },
  neutral: { leave: true, says: 'Leave a neutral message, without the name of the service' },
  full: { leave: true, says: 'A message may be left' },
} as const satisfies Record<string, { leave: boolean; says: string }>;
export type Voicemail = keyof typeof voicemails;

/** What a person needs to understand and be understood (R13; S2, S14): asked of each before the work begins, and applied to every output. */
export const accessNeeds = {
  interpreter: { says: 'An interpreter' },
  britishSignLanguage: { says: 'British Sign Language' },
  easyRead: { says: 'Easy Read' },
  largePrint: { says: 'Large print' },
  companion: { says: 'Somebody of their choice at the first contact' },
} as const satisfies Record<string, { says: string }>;
export type AccessNeed = keyof typeof accessNeeds;

/** Days of the week, from Monday, as safe times name them (R11). */
export const weekdays = {
  monday: { says: 'Monday' },
  tuesday: { says: 'Tuesday' },
  wednesday: { says: 'Wednesday' },
  thursday: { says: 'Thursday' },
  friday: { says: 'Friday' },
  saturday: { says: 'Saturday' },
  sunday: { says: 'Sunday' },
} as const satisfies Record<string, { says: string }>;
export type Weekday = keyof typeof weekdays;

/** Ways of reaching a person (R11). */
export const channels = {
  phone: { says: 'Telephone' },
  text: { says: 'Text message' },
  email: { says: 'E-mail' },
  post: { says: 'Letter' },
  inPerson: { says: 'In person' },
  viaOther: { says: 'Through another person or service' },
} as const satisfies Record<string, { says: string }>;
export type Channel = keyof typeof channels;
