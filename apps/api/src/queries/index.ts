// The resolvers of everything that is read, one folder a question.
import { AccessLogResolver, ReaderResolver } from './access-log/access-log.resolver.js';
import { OpenedEmergenciesResolver } from './access-log/emergencies.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import {
  BlockerResolver,
  CaseParticipantResolver,
  ColleagueResolver,
  HeldDetailsResolver,
  JournalAuthorResolver,
  ParticipantResolver,
  StaffMemberResolver,
  TextResolver,
} from './case/names.resolver.js';
import { CaseloadResolver } from './caseload/caseload.resolver.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { DraftsResolver } from './drafts/drafts.resolver.js';
import { MeResolver } from './me/me.resolver.js';
import { CandidatesResolver } from './measures/candidates.resolver.js';
import { MeasuresResolver } from './measures/measures.resolver.js';
import { MyCaseResolver } from './my-cases/my-case.resolver.js';
import {
  MyCommunicationResolver,
  MyHelpResolver,
  MyPreferenceResolver,
  MySafeContactResolver,
  ReleasedResolver,
} from './my-cases/own-words.resolver.js';
import { FoundPersonResolver, PeopleResolver } from './people/people.resolver.js';
import { PersonSuggestionsResolver, SuggestedPersonResolver } from './people/suggestions.resolver.js';
import { ReferralMappingsResolver } from './referral-files/referral-mappings.resolver.js';
import { ReferralFilesResolver } from './referral-files/referral-files.resolver.js';
import { ConsentTextsResolver, MyConsentResolver } from './rights/consent-texts.resolver.js';
import { MyCaseKeptResolver, RetentionResolver, ToldKeptResolver } from './rights/retention.resolver.js';
import { DisclosureResolver, SharingResolver } from './rights/sharing.resolver.js';
import { SubjectAccessResolver } from './rights/subject-access.resolver.js';
import { ServiceResolver } from './service/service.resolver.js';
import { VocabularyResolver } from './vocabulary/vocabulary.resolver.js';

/** Providers of the queries, and of the fields that need a read of their own. */
export const queries = [
  HeldDetailsResolver,
  CaseResolver,
  BlockerResolver,
  CaseParticipantResolver,
  ColleagueResolver,
  JournalAuthorResolver,
  ParticipantResolver,
  StaffMemberResolver,
  TextResolver,
  CaseloadResolver,
  MyCaseResolver,
  MySafeContactResolver,
  MyPreferenceResolver,
  MyCommunicationResolver,
  MyHelpResolver,
  ReleasedResolver,
  MeasuresResolver,
  CandidatesResolver,
  PeopleResolver,
  FoundPersonResolver,
  PersonSuggestionsResolver,
  SuggestedPersonResolver,
  ConsentTextsResolver,
  MyConsentResolver,
  RetentionResolver,
  MyCaseKeptResolver,
  ToldKeptResolver,
  SharingResolver,
  DisclosureResolver,
  SubjectAccessResolver,
  AccessLogResolver,
  ReaderResolver,
  OpenedEmergenciesResolver,
  ServiceResolver,
  DirectoryResolver,
  DraftsResolver,
  ReferralFilesResolver,
  ReferralMappingsResolver,
  MeResolver,
  VocabularyResolver,
];
