// The resolvers of everything that is read: cases, a person's own part, the service.
import { CaseloadResolver } from '../caseload/caseload.resolver.js';
import { MyCaseResolver } from '../participant/my-case.resolver.js';
import { MyPreferenceResolver, MySafeContactResolver, ReleasedResolver } from '../participant/own-words.resolver.js';
import { ServiceResolver } from '../service/service.resolver.js';
import { CaseResolver } from './case.resolver.js';
import {
  CaseParticipantResolver,
  ColleagueResolver,
  JournalAuthorResolver,
  ParticipantResolver,
  StaffMemberResolver,
  TextResolver,
} from './names.resolver.js';

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
