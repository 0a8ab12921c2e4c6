// What names of rights and of keeping are called, in English.

export const rights = {
  RecordClassName: {
    identity: 'Who an adult is, and how they are reached',
    identityOfChild: 'The same of somebody who was under 18',
    declined: 'Somebody who said no',
    words: 'Letters, messages and notes',
    safeguarding: 'Notes about safety',
    messages: 'Which messages were sent',
    consents: 'Consents',
    journal: 'The journal',
    disclosures: 'The register of disclosures',
    reads: 'The record of who looked',
  },
  LawfulBasis: {
    notDecided: 'Not decided yet',
    consent: 'Consent',
    legalObligation: 'A legal obligation',
    publicTask: 'A public task laid down in law',
    legitimateInterests: 'Legitimate interests',
    vitalInterests: 'Vital interests',
    lawEnforcement: 'A law-enforcement purpose (Part 3)',
  },
  RetentionEvent: {
    caseClosed: 'The last case was closed',
    lastContact: 'They were last spoken with',
    birth: 'They were born',
  },
  Regime: {
    ukGdpr: 'UK GDPR, and Part 2 of the Data Protection Act 2018',
    part3: 'Part 3 of the Data Protection Act 2018, for law enforcement',
  },
  DataRole: {
    controller: 'It decides by itself what it does with it',
    processor: 'It handles it for us',
    joint: 'It decides together with us',
  },
  DisclosureGround: {
    consent: 'The person consented',
    legalObligation: 'The law requires it',
    courtOrder: 'A court ordered it',
    seriousHarm: 'To prevent serious harm or serious crime',
    publicTask: 'A public task laid down in law',
  },
  WithholdGround: {
    thirdParty: 'It is about another person as well',
    safeguarding: 'To keep a person safe',
    legalPrivilege: 'Legal advice',
    crime: 'To prevent or investigate crime',
    seriousHarm: 'It could seriously harm a person’s health',
    notAboutThem: 'It is not about them',
  },
  HeldThings: { person: 'This person', case: 'The whole case, with everybody in it' },
} as const;
