// The Nest module of the API: its resolvers, and the ports they are given as plain objects.
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { apolloConfig, type ApolloParts } from './server/graphql/apollo.js';
import { GraphiqlController } from './server/graphiql/graphiql.controller.js';
import { HealthController } from './server/health/health.controller.js';
import { commands } from './commands/index.js';
import { withNewcomers } from './commands/newcomers.js';
import { OpenReferralController } from './queries/directory/open-referral.controller.js';
import { queries } from './queries/index.js';
import type { ApiOptions } from './options.js';
import { emptyAccessLog, disabledEmergencies } from './ports/access-log.js';
import { noMeasures } from './ports/measures.js';
import { disabledDrafts } from './ports/drafts.js';
import { emptyDirectory } from './ports/directory.js';
import { disabledPersonRegister } from './ports/person-register.js';
import { noReferralFiles, noReferralMappings } from './ports/referral-files.js';
import { disabledRights } from './ports/rights.js';
import { disabledSelfReferrals } from './ports/self-referrals.js';
import { disabledSignIn } from './ports/sign-in.js';
import {
  CASEWORK,
  DIRECTORY,
  DRAFTS,
  EMERGENCIES,
  ACCESS_LOG,
  MEASURES,
  OPTIONS,
  PEOPLE,
  PERSON_REGISTER,
  READING,
  REFERRAL_FILES,
  REFERRAL_MAPPINGS,
  REGISTER,
  RIGHTS,
  SELF_REFERRALS,
  SIGN_IN,
  VERIFIER,
} from './ports/tokens.js';
import { recordedRegister, recordedSignIn } from './queries/access-log/recorded-decisions.js';
import { recordedDrafts } from './queries/access-log/recording-drafts.js';
import { recordedRights } from './queries/access-log/recording-rights.js';
import {
  recordedCasework,
  recordedEmergencies,
  recordedAccessLog,
  recordedMeasuring,
  recordedReading,
} from './queries/access-log/recording-ports.js';

@Module({})
export class ApiModule {
  /** Every provider is made once: a provider per request would cost each request a walk through the module. */
  static with(options: ApiOptions, parts: ApolloParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [GraphQLModule.forRoot(apolloConfig(parts))],
      controllers: [HealthController, OpenReferralController, ...(options.production ? [] : [GraphiqlController])],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: PEOPLE, useValue: options.people },
        { provide: CASEWORK, useValue: recordedCasework(withNewcomers(options.casework, options.register)) },
        { provide: REGISTER, useValue: options.register },
        { provide: READING, useValue: recordedReading(options.reading) },
        { provide: MEASURES, useValue: recordedMeasuring(options.measures ?? noMeasures) },
        { provide: SIGN_IN, useValue: recordedSignIn(options.signIn ?? disabledSignIn) },
        { provide: PERSON_REGISTER, useValue: recordedRegister(options.personRegister ?? disabledPersonRegister) },
        { provide: RIGHTS, useValue: recordedRights(options.rights ?? disabledRights) },
        { provide: DIRECTORY, useValue: options.directory ?? emptyDirectory },
        { provide: DRAFTS, useValue: recordedDrafts(options.drafts ?? disabledDrafts) },
        { provide: REFERRAL_MAPPINGS, useValue: options.referralMappings ?? noReferralMappings },
        { provide: REFERRAL_FILES, useValue: options.referralFiles ?? noReferralFiles },
        { provide: SELF_REFERRALS, useValue: options.selfReferrals ?? disabledSelfReferrals },
        { provide: VERIFIER, useValue: parts.verify },
        { provide: ACCESS_LOG, useValue: recordedAccessLog(options.accessLog ?? emptyAccessLog) },
        { provide: EMERGENCIES, useValue: recordedEmergencies(options.emergencies ?? disabledEmergencies) },
        ...commands,
        ...queries,
      ],
    };
  }
}
