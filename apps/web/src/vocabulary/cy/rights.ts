// What names of rights and of keeping are called, in Welsh. Drafts: no translator has checked them.

export const rights = {
  RecordClassName: {
    identity: 'Pwy yw oedolyn, a sut y cyrhaeddir hwy',
    identityOfChild: 'Yr un peth am rywun a oedd dan 18',
    declined: 'Rhywun a ddywedodd na',
    words: 'Llythyrau, negeseuon a nodiadau',
    safeguarding: 'Nodiadau am ddiogelwch',
    messages: 'Pa negeseuon a anfonwyd',
    consents: 'Cydsyniadau',
    journal: 'Y dyddlyfr',
    disclosures: 'Y gofrestr o ddatgeliadau',
    reads: 'Y cofnod o bwy edrychodd',
  },
  LawfulBasis: {
    notDecided: 'Heb ei benderfynu eto',
    consent: 'Cydsyniad',
    legalObligation: 'Rhwymedigaeth gyfreithiol',
    publicTask: 'Tasg gyhoeddus a osodwyd yn y gyfraith',
    legitimateInterests: 'Buddiannau cyfreithlon',
    vitalInterests: 'Buddiannau hanfodol',
    lawEnforcement: 'Diben gorfodi’r gyfraith (Rhan 3)',
  },
  RetentionEvent: {
    caseClosed: 'Caewyd yr achos olaf',
    lastContact: 'Siaradwyd â hwy ddiwethaf',
    birth: 'Cawsant eu geni',
  },
  Regime: {
    ukGdpr: 'GDPR y DU, a Rhan 2 o Ddeddf Diogelu Data 2018',
    part3: 'Rhan 3 o Ddeddf Diogelu Data 2018, ar gyfer gorfodi’r gyfraith',
  },
  DataRole: {
    controller: 'Mae’n penderfynu ar ei ben ei hun beth a wna ag ef',
    processor: 'Mae’n ei drin ar ein rhan',
    joint: 'Mae’n penderfynu ynghyd â ni',
  },
  DisclosureGround: {
    consent: 'Cydsyniodd y person',
    legalObligation: 'Mae’r gyfraith yn ei fynnu',
    courtOrder: 'Gorchmynnodd llys hynny',
    seriousHarm: 'I atal niwed difrifol neu drosedd ddifrifol',
    publicTask: 'Tasg gyhoeddus a osodwyd yn y gyfraith',
  },
  WithholdGround: {
    thirdParty: 'Mae am berson arall hefyd',
    safeguarding: 'I gadw person yn ddiogel',
    legalPrivilege: 'Cyngor cyfreithiol',
    crime: 'I atal neu ymchwilio i drosedd',
    seriousHarm: 'Gallai niweidio iechyd person yn ddifrifol',
    notAboutThem: 'Nid yw amdanynt hwy',
  },
  HeldThings: { person: 'Y person hwn', case: 'Yr achos cyfan, gyda phawb ynddo' },
} as const;
