/** What a flag on a referral means, in words for staff. */

export const flagMeanings = {
  acknowledgementInNotes: 'The notes speak of admissions or remorse: read them before judging acknowledgement.',
  abuseNotKnown:
    'The person responsible began it and nobody says whether there was domestic abuse: ask before any contact with the person harmed.',
  addressNotAsked: 'Post was chosen, but the form asks for no address.',
  ageContradicted: 'The notes and the date of birth give different ages.',
  agreementNotKnown: 'Nobody says whether the person harmed agreed to share their details: ask the referrer.',
  appropriateAdultImplicated: 'The appropriate adult named is implicated and may not be chosen.',
  birthDateInDoubt:
    'A date of birth contradicts what else is said: the age is not known until somebody has asked, and nobody is treated as an adult meanwhile.',
  cautionInWords: 'What was written holds strong words about safety: judge them before any contact.',
  channelWithoutAddress: 'A way of contact was chosen for which there is no number or address.',
  contactRuleInNotes: 'The notes hold a rule about contact: read them before any contact.',
  deciderAndDateMissing:
    'The decision on inviting the person harmed names no decider and no date: it is not recorded as a decision.',
  domesticAbuseContradicted: 'The row says no domestic abuse where the offence itself is one.',
  handOver:
    'They live where another service works and agree to be handed over: hand it over, with their rules of contact, and record what was given.',
  handOverRefused:
    'They live where another service works and want to talk to somebody here before anything is handed over.',
  harmerInitiatedAbuse:
    'The person responsible began a referral about abuse: safeguarding lead first, no contact with the person harmed.',
  hateContradicted: 'The row says no hate crime where the offence itself is one.',
  harmedNotNamed: 'Nobody says who was harmed: ask the referrer before the referral can go on.',
  identityWithheld: 'The person harmed did not agree to share: nothing about them is held.',
  informationLate:
    'The day by which the person harmed had to be told about restorative justice has passed, and nothing says that they were.',
  initiatorNotKnown: 'Abuse is named and nobody says who began the referral: safeguarding lead first.',
  initialsOnly: 'Somebody is named by initials only.',
  interpreterInNotes: 'The notes speak of an interpreter: ask for whom.',
  invitationNotDecided: 'Whether the person harmed is to be invited is not decided.',
  languageInNotes: 'The notes say which language the person harmed prefers.',
  lateReferral: 'It reached the service later than it had to after the report.',
  lettersMended: 'Letters had been encoded twice and are mended: see that the names are right.',
  letterLost: 'A letter of a name was lost on the way: ask how it is spelt.',
  mayBeOnBehalf: 'The words may be about somebody else, such as a son or a mother: ask for whom they speak.',
  namesMayBeSeveral: 'One cell may name several people or one body: ask who is meant.',
  namesSplit:
    'Several people, or a person and a body, were read out of one cell: confirm who they are before anybody is contacted.',
  noName: 'There is no name.',
  noReference: 'There is no reference.',
  noSafeContact: 'No safe way of contact is known.',
  notesLeftOut: 'Notes were left out because a person harmed did not agree to share.',
  numberMayBeUnsafe: 'The notes speak of an unsafe number.',
  offenceNotStated: 'No offence is stated.',
  organisationNeedsNamedContact: 'An organisation was harmed: a named contact is needed.',
  outcomeDoesNotFitAge: 'The outcome is one for children, the date of birth that of an adult.',
  outcomeAgainstWish:
    'The outcome says that the person harmed does not support it, and the row that they wish for it: ask them which is so.',
  partnerInWords:
    'The words are of a partner or former partner: whether there was abuse is asked before anything else.',
  panelIsPast: 'The panel is past: ask what was decided there.',
  reasonMissing: 'The decision not to invite gives no reason.',
  relationshipInNotes: 'The notes say that they knew each other or are still in contact.',
  reportContradicted: 'There is a crime reference, but also the answer that it was not reported.',
  reportDateNotKnown: 'The day of the report is not known: whether the referral is late cannot be said.',
  sameFamilyBothSides: 'Both sides have one family name: ask whether they are related.',
  sameNameBothSides: 'The person harmed and the person responsible have the same name.',
  sameNameTwice: 'Two people of one name are named on one side: ask whether they are two, such as father and son.',
  sameReference: 'Another referral of this file has the same reference.',
  severalNumbers: 'There are several telephone numbers: ask which of them is safe.',
  sideNotKnown: 'A parent or carer does not say whether theirs was harmed or is responsible.',
  urgent: 'The person says that they, or a child, are not safe now: read it at once.',
  valuesDiffer: 'Two rows about one person differ; the first is kept and the other set aside.',
  writtenAsNotKnown:
    'Something was written where nothing is known ("unknown", "N/A", 01/01/1900): it is kept as written and held as not known.',
  voicemailNotSafe: 'Voicemail is not safe.',
} as const satisfies Record<string, string>;
export type FlagName = keyof typeof flagMeanings;
