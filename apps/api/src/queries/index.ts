// The resolvers of everything that is read: cases, a person's own part, the service.
import { CaseloadResolver } from './caseload/caseload.resolver.js';
import { MyCaseResolver } from './my-cases/my-case.resolver.js';
import { MyPreferenceResolver, MySafeContactResolver, ReleasedResolver } from './my-cases/own-words.resolver.js';
import { ServiceResolver } from './service/service.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import {
  CaseParticipantResolver,
  ColleagueResolver,
  JournalAuthorResolver,
  ParticipantResolver,
  StaffMemberResolver,
  TextResolver,
} from './case/names.resolver.js';

/** Providers of the reading half of the schema. */
export const reading = [
  CaseloadResolver,
  CaseResolver,
  CaseParticipantResolver,
  ColleagueResolver,
  JournalAuthorResolver,
  ParticipantResolver,
  StaffMemberResolver,
  TextResolver,
  MyCaseResolver,
  MySafeContactResolver,
  MyPreferenceResolver,
  ReleasedResolver,
  ServiceResolver,
];
