// Who may send each mutation that tells no case an event: the act or the position that the pages of permissions name for it.
import type { CaseAct } from '#libs/case';
import type { Act } from '#libs/permissions';

/** `about`: what it is done about, which is shut to whoever is connected and to other services; null for the service itself. */
export interface Line {
  readonly act?: Exclude<Act, 'runRetention'>;
  readonly caseAct?: CaseAct;
  /** Positions named elsewhere: whoever works on the case, participants in their own part, whoever a task is addressed to, whoever opens cases. */
  readonly by?: 'worksOnCase' | 'takesPart' | 'taskIsTheirs' | 'opensCases' | 'own' | 'visitor';
  readonly about: 'case' | 'person' | null;
  /** What need not be said, and without which it comes to nothing. */
  readonly with?: readonly string[];
}
const act = (name: NonNullable<Line['act']>, about: Line['about'] = null, ...more: string[]): Line => ({
  act: name,
  about,
  with: more,
});
const onCase = (name: CaseAct): Line => ({ caseAct: name, about: 'case' });
const by = (name: NonNullable<Line['by']>, about: Line['about'] = null): Line => ({ by: name, about });

/** A new mutation outside a case has its line here. */
export const outside: Readonly<Record<string, Line>> = {
  openCase: by('opensCases'),
  ping: by('own'),
  signOut: by('own'),
  endSession: by('own'),
  finishTask: by('taskIsTheirs', 'case'),
  keepDraft: by('worksOnCase', 'case'),
  forgetDraft: by('own'),
  stopOwnPart: by('takesPart'),
  sayNotSafe: by('takesPart'),
  invite: onCase('invite'),
  revokeInvitation: onCase('revokeInvitation'),
  assistSignIn: onCase('assistSignIn'),
  declareConnection: act('declareConnection'),
  openInEmergency: act('openInEmergency', 'case'),
  endEmergency: act('endEmergencyOfOthers', 'case'),
  acknowledgeEmergency: act('acknowledgeEmergency', 'case'),
  takeCall: act('takeCall'),
  takeReferrals: act('takeReferrals'),
  saveReferralMapping: act('mapReferrals'),
  publishConsentText: act('publishConsentText'),
  recordSupportService: act('editDirectory'),
  removeSupportService: act('editDirectory'),
  checkSupportService: act('editDirectory'),
  takeSupportServices: act('editDirectory'),
  mergePersons: act('decideSuggestions', 'person'),
  undoMerge: act('decideSuggestions', 'person'),
  dismissSuggestion: act('decideSuggestions', 'person'),
  changePerson: act('changePerson', 'person', 'change.given'),
  erasePerson: act('erasePerson', 'person'),
  receiveSubjectRequest: act('receiveSubjectRequest', 'person', 'receivedOn'),
  reviewForSubject: act('reviewForSubjectRequest', 'person'),
  answerSubjectRequest: act('answerSubjectRequest', 'person'),
  setRecordClass: act('setRecordClass'),
  placeLegalHold: act('placeHold', 'person', 'hold.personId', 'hold.caseId'),
  liftLegalHold: act('liftHold', 'person'),
  proposeRetention: act('proposeRetention'),
  approveRetention: act('approveRetention'),
  recordOrganisation: act('recordOrganisation', null, 'organisation.name'),
  recordSharingAgreement: act('recordOrganisation'),
  endSharingAgreement: act('recordOrganisation'),
  recordDisclosure: act('recordDisclosure', 'case', 'disclosure.on'),
  signInStaff: by('visitor'),
  redeemInvitation: by('visitor'),
  redeemCode: by('visitor'),
  beginSelfReferral: by('visitor'),
  resumeSelfReferral: by('visitor'),
  saveSelfReferral: by('visitor'),
  leaveSelfReferral: by('visitor'),
  sendSelfReferral: by('visitor'),
};
