// With whom and on what ground something is disclosed: regimes, roles, grounds, as tables (practice.md section 9).

/** The law an organisation handles the data under; Part 3 is for competent authorities and their processors alone. */
export const regimes = {
  ukGdpr: { says: 'UK GDPR and Part 2 of the Data Protection Act 2018' },
  part3: { says: 'Part 3 of the Data Protection Act 2018 (law enforcement)' },
} as const satisfies Record<string, { says: string }>;
export type Regime = keyof typeof regimes;

/** What an organisation is for this data. */
export const dataRoles = {
  controller: { says: 'Decides by itself what it does with the data' },
  processor: { says: 'Handles the data for the service' },
  joint: { says: 'Decides together with the service' },
} as const satisfies Record<string, { says: string }>;
export type DataRole = keyof typeof dataRoles;

/** Grounds on which something is disclosed. Consent is a lock of the case; the others are recorded beside it, by those who answer for the service. */
export const disclosureGrounds = {
  consent: { consent: true, says: 'The person consented to this organisation' },
  legalObligation: { consent: false, says: 'The law requires it' },
  courtOrder: { consent: false, says: 'A court ordered it' },
  seriousHarm: { consent: false, says: 'To prevent serious harm or serious crime' },
  publicTask: { consent: false, says: 'A public task laid down in law' },
} as const satisfies Record<string, { consent: boolean; says: string }>;
export type DisclosureGround = keyof typeof disclosureGrounds;
export type GroundWithoutConsent = Exclude<DisclosureGround, 'consent'>;
