// Risk as rows: flags that make a case sensitive, kinds of offence, and the factors of an assessment (practice.md section 3).

/** Flags that make a case sensitive or complex (R34; S10, S3 D). `abuse`: the gate of R36 and the rule of R4. */
export const riskFlags = {
  domesticAbuse: { sensitive: true, abuse: true, says: 'Domestic abuse' },
  coerciveControl: { sensitive: true, abuse: true, says: 'Controlling or coercive behaviour' },
  sexual: { sensitive: true, abuse: true, says: 'Sexual harm' },
  stalking: { sensitive: true, abuse: true, says: 'Stalking or harassment' },
  trafficking: { sensitive: true, abuse: true, says: 'Trafficking' },
  exploitation: { sensitive: true, abuse: true, says: 'Exploitation' },
  death: { sensitive: true, abuse: false, says: 'A death' },
  hate: { sensitive: true, abuse: false, says: 'Hate crime' },
  childVictim: { sensitive: true, abuse: false, says: 'A child was harmed' },
  mentalHealth: { sensitive: true, abuse: false, says: 'Serious mental ill-health' },
  terrorism: { sensitive: true, abuse: false, says: 'Terrorism' },
  multiParty: { sensitive: true, abuse: false, says: 'Several people on both sides' },
  relationship: { sensitive: true, abuse: false, says: 'They knew each other before' },
  continuingContact: { sensitive: true, abuse: false, says: 'They are still in contact' },
  highRisk: { sensitive: true, abuse: false, says: 'An assessment found high risk' },
} as const satisfies Record<string, { sensitive: boolean; abuse: boolean; says: string }>;
export type RiskFlag = keyof typeof riskFlags;

/** Kinds of offence as far as a rule needs them, and the flags each sets by itself. */
export const offenceKinds = {
  burglary: { flags: [], says: 'Burglary' },
  criminalDamage: { flags: [], says: 'Criminal damage' },
  theft: { flags: [], says: 'Theft' },
  vehicle: { flags: [], says: 'Vehicle crime' },
  robbery: { flags: [], says: 'Robbery' },
  violence: { flags: [], says: 'Violence' },
  violenceWithInjury: { flags: [], says: 'Violence with injury' },
  death: { flags: ['death'], says: 'Causing death' },
  sexual: { flags: ['sexual'], says: 'Sexual offence' },
  stalking: { flags: ['stalking'], says: 'Stalking' },
  harassment: { flags: ['stalking'], says: 'Harassment' },
  coerciveControl: { flags: ['coerciveControl', 'domesticAbuse'], says: 'Controlling or coercive behaviour' },
  trafficking: { flags: ['trafficking'], says: 'Trafficking' },
  exploitation: { flags: ['exploitation'], says: 'Exploitation' },
  hate: { flags: ['hate'], says: 'Hate crime' },
  publicOrder: { flags: [], says: 'Public order' },
  antisocialBehaviour: { flags: [], says: 'Anti-social behaviour' },
  fraud: { flags: [], says: 'Fraud' },
  arson: { flags: [], says: 'Arson' },
  terrorism: { flags: ['terrorism'], says: 'Terrorism' },
  other: { flags: [], says: 'Other' },
} as const satisfies Record<string, { flags: readonly RiskFlag[]; says: string }>;
export type OffenceKind = keyof typeof offenceKinds;

/**
 * The factors of an assessment (R32; S12, S13, S27). Each is rated; `riskOfNotTakingPart` is one of them. `ofEach`: looked at of whoever
 * comes (S41, and ours which); the others of those on the sides, and of anybody found to be a high risk.
 */
export const riskFactors = {
  feelingsAndBehaviour: { ofEach: true },
  motivation: { ofEach: true },
  substanceUse: { ofEach: true },
  mentalHealth: { ofEach: false },
  physicalOrLearningNeeds: { ofEach: false },
  understandingOfHarm: { ofEach: false },
  justiceStage: { ofEach: false },
  acknowledgement: { ofEach: false },
  emotionalHarm: { ofEach: false },
  physicalHarm: { ofEach: false },
  natureOfHarm: { ofEach: false },
  powerImbalance: { ofEach: true },
  safety: { ofEach: true },
  trauma: { ofEach: false },
  priorBehaviour: { ofEach: true },
  strengths: { ofEach: false },
  riskOfNotTakingPart: { ofEach: false },
} as const satisfies Record<string, { ofEach: boolean }>;
export type RiskFactor = keyof typeof riskFactors;
export type RiskLevel = 'low' | 'medium' | 'high';
