// The resolvers of everything that changes something, and the table of the mutations of a case.
import { CaseCommandsResolver } from './case-commands.resolver.js';
import { RecordSupportServiceResolver } from './directory/record-support-service.resolver.js';
import { EmergenciesResolver } from './emergencies.resolver.js';
import { FinishTaskResolver } from './finish-task.resolver.js';
import { OpeningResolver } from './open-case.resolver.js';
import { OwnPartResolver } from './own-part/own-part.resolver.js';
import { ConnectionsResolver } from './people/connections.resolver.js';
import { PersonsResolver } from './people/persons.resolver.js';
import { RecordTogetherResolver } from './record-together.resolver.js';
import { PreviewResolver } from './preview.resolver.js';
import { TakeReferralsResolver } from './referral-files/take-referrals.resolver.js';
import { DecideRetentionResolver } from './rights/decide-retention.resolver.js';
import { PublishConsentTextResolver } from './rights/publish-consent-text.resolver.js';
import { RecordSharingResolver } from './rights/record-sharing.resolver.js';
import { SubjectRequestsResolver } from './rights/subject-requests.resolver.js';
import { SelfReferralResolver } from './self-referral/self-referral.resolver.js';
import { TakeCallResolver } from './self-referral/take-call.resolver.js';
import { InvitationsResolver } from './sign-in/invitations.resolver.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';

export { verbs } from './verbs.js';

/** Providers of the mutations, and of the preview, which is a mutation that is not saved. */
export const commands = [
  CaseCommandsResolver,
  OpeningResolver,
  PreviewResolver,
  RecordTogetherResolver,
  OwnPartResolver,
  FinishTaskResolver,
  EmergenciesResolver,
  SignInResolver,
  InvitationsResolver,
  PersonsResolver,
  ConnectionsResolver,
  PublishConsentTextResolver,
  DecideRetentionResolver,
  RecordSharingResolver,
  SubjectRequestsResolver,
  RecordSupportServiceResolver,
  SelfReferralResolver,
  TakeCallResolver,
  TakeReferralsResolver,
];
