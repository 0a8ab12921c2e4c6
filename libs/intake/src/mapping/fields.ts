/** What a column of a referrer's file can mean. A new meaning is one row here and a line where rows are read. */

/** `dates`: read in the mapping's styles. `hints`: words by which a column is recognised, folded. */
export interface FieldInfo {
  says: string;
  kind: 'words' | 'name' | 'day' | 'birth' | 'yesNo' | 'coded' | 'telephone' | 'email' | 'number';
  hints: readonly string[];
}

const field = (says: string, kind: FieldInfo['kind'], ...hints: string[]): FieldInfo => ({ says, kind, hints });

export const fields = {
  reference: field('The referrer’s number for it', 'words', 'crime ref', 'crime reference', 'reference', 'ref', 'case number', 'case no', 'occurrence number', 'occurrence no', 'urn', 'yjs no', 'crime number', 'cyfeirnod'),
  recordedOn: field('Day of the report', 'day', 'recorded date', 'reported date', 'date reported', 'date recorded', 'report date', 'occurred from date', 'occurred date', 'date of offence', 'offence date', 'dyddiad'),
  receivedOn: field('Day it was sent to the service', 'day', 'date referred', 'referral date', 'date of referral', 'date sent', 'received', 'received at'),
  'offence.words': field('What happened, in the referrer’s words', 'words', 'offence', 'offense', 'crime type', 'incident type', 'offence description', 'trosedd'),
  stage: field('Outcome, or where the case stands', 'coded', 'outcome', 'disposal', 'status', 'case status', 'canlyniad'),
  initiator: field('Who began it', 'coded', 'initiated by', 'requested by', 'referred by'),
  domesticAbuse: field('Domestic abuse?', 'yesNo', 'da', 'domestic abuse', 'dv', 'domestic'),
  hate: field('Hate crime?', 'yesNo', 'hate', 'hate crime'),
  panelOn: field('Day of the panel', 'day', 'panel date', 'panel'),
  officer: field('Officer', 'words', 'oic', 'officer', 'officer in case', 'officer in the case', 'swyddog'),
  notes: field('Notes', 'words', 'notes', 'comments', 'remarks', 'summary', 'mo', 'nodiadau', 'free text'),
  'harmed.name': field('Person harmed, in one cell', 'name', 'victim', 'victim s', 'victims', 'victim name', 'injured party', 'complainant', 'victim full name', 'dioddefwr'),
  'harmed.title': field('Title of the person harmed', 'words', 'victim title'),
  'harmed.given': field('Given name of the person harmed', 'name', 'victim forename', 'victim first name', 'victim given name', 'ip forename', 'enw cyntaf dioddefwr'),
  'harmed.family': field('Family name of the person harmed', 'name', 'victim surname', 'victim last name', 'victim family name', 'ip surname', 'cyfenw dioddefwr'),
  'harmed.bornOn': field('Birth date of the person harmed', 'birth', 'victim dob', 'victim date of birth', 'ip dob'),
  'harmed.ageBand': field('Age band of the person harmed', 'coded', 'victim age band'),
  'harmed.age': field('Age of the person harmed', 'number', 'victim age'),
  'harmed.telephone': field('Telephone of the person harmed', 'telephone', 'victim tel', 'victim phone', 'victim telephone', 'victim mobile', 'ip tel', 'ffon dioddefwr'),
  'harmed.email': field('E-mail of the person harmed', 'email', 'victim email', 'victim e mail', 'ip email'),
  'harmed.safe': field('Safe to contact?', 'yesNo', 'safe to contact', 'ok to contact'),
  'harmed.agreed': field('Agreed to share?', 'yesNo', 'victim agreed to share', 'consent to share', 'victim consent', 'agreed to share'),
  'harmed.language': field('Language of the person harmed', 'words', 'victim language', 'preferred language'),
  'harmed.invite': field('Is the person harmed to be invited?', 'yesNo', 'invite victim', 'invite victim?'),
  'harmed.notInvited': field('Why the person harmed is not invited', 'words', 'reason if not invited'),
  'harmed.kept': field('Kept as written, about the person harmed', 'words', 'victim address'),
  'responsible.name': field('Person responsible, in one cell', 'name', 'offender', 'suspect', 'child', 'defendant', 'offender name', 'suspect name', 'young person', 'global subject', 'subject', 'subject name', 'perpetrator', 'troseddwr'),
  'responsible.title': field('Title of the person responsible', 'words', 'offender title', 'suspect title'),
  'responsible.given': field('Given name of the person responsible', 'name', 'offender forename', 'offender first name', 'suspect forename', 'suspect first name', 'defendant forename'),
  'responsible.family': field('Family name of the person responsible', 'name', 'offender surname', 'offender last name', 'suspect surname', 'suspect last name', 'defendant surname'),
  'responsible.bornOn': field('Birth date of the person responsible', 'birth', 'offender dob', 'suspect dob', 'date of birth', 'dob', 'offender date of birth', 'subject date of birth', 'dyddiad geni'),
  'responsible.age': field('Age of the person responsible', 'number', 'offender age', 'suspect age', 'subject age', 'age'),
  'responsible.telephone': field('Telephone of the person responsible', 'telephone', 'offender tel', 'offender phone', 'suspect phone', 'subject primary phone number', 'phone number', 'primary phone number'),
  'responsible.email': field('E-mail of the person responsible', 'email', 'offender email', 'suspect email', 'subject email'),
  'responsible.kept': field('Kept as written, about the person responsible', 'words', 'offender address', 'suspect address', 'subject address', 'address'),
  'responsible.adult': field('Appropriate adult', 'words', 'appropriate adult', 'oedolyn priodol'),
  'sender.is': field('Who the sender is', 'coded', 'i am'),
  'sender.name': field('Name of the sender', 'name', 'my name'),
  'sender.knownAs': field('What the sender likes to be called', 'name', 'call me'),
  'sender.reported': field('Was it reported to the police?', 'yesNo', 'reported to police'),
  'sender.story': field('What happened, in the sender’s words', 'words', 'what happened'),
  'sender.safe': field('May the sender be contacted?', 'yesNo'),
  'sender.ways': field('Ways to contact the sender', 'coded', 'ways'),
  'sender.telephone': field('Telephone of the sender', 'telephone'),
  'sender.email': field('E-mail of the sender', 'email'),
  'sender.times': field('When to contact the sender', 'words', 'times'),
  'sender.safeWords': field('Words that are safe to use to whoever answers', 'words', 'safe words'),
  'sender.address': field('Address for post', 'words'),
  'sender.theyAgree': field('Does the person on whose behalf it is sent agree?', 'yesNo', 'they agree'),
  'sender.handOver': field('May it be handed over to the service of their own area?', 'yesNo', 'hand over'),
  'sender.voicemail': field('May a message be left for the sender?', 'yesNo', 'voicemail'),
  'sender.mustNotKnow': field('Who must not know', 'words', 'must not know'),
  'sender.language': field('Language of the sender', 'words'),
  'sender.needs': field('What the sender needs', 'coded', 'needs'),
  'sender.urgent': field('Is somebody not safe now?', 'yesNo', 'urgent'),
  'sender.forStaff': field('What else staff must know', 'words', 'for staff'),
} as const satisfies Record<string, FieldInfo>; // prettier-ignore
export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as [Field, ...Field[]];
