// The Nest module of the API: its resolvers, and the ports they are given as plain objects.
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { apolloConfig } from './server/graphql/apollo.js';
import type { ApolloParts } from './server/graphql/apollo.js';
import { GraphiqlController } from './server/graphiql/graphiql.controller.js';
import { HealthController } from './server/health/health.controller.js';
import { commands } from './commands/index.js';
import { withNewcomers } from './commands/newcomers.js';
import { queries } from './queries/index.js';
import type { ApiOptions } from './options.js';
import { nobodyLooks, noEmergencies } from './ports/access-log.js';
import { nothingMeasured } from './ports/measures.js';
import { noPersonRegister } from './ports/person-register.js';
import { noRights } from './ports/rights.js';
import { nobodySignsIn } from './ports/sign-in.js';
import {
  CASEWORK,
  EMERGENCIES,
  LOOKING,
  MEASURES,
  OPTIONS,
  PEOPLE,
  PERSON_REGISTER,
  READING,
  REGISTER,
  RIGHTS,
  SIGN_IN,
  VERIFIER,
} from './ports/tokens.js';
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
      controllers: options.production ? [HealthController] : [HealthController, GraphiqlController],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: PEOPLE, useValue: options.people },
        { provide: CASEWORK, useValue: recordedCasework(withNewcomers(options.casework, options.register)) },
        { provide: REGISTER, useValue: options.register },
        { provide: READING, useValue: recordedReading(options.reading) },
        { provide: MEASURES, useValue: recordedMeasuring(options.measures ?? nothingMeasured) },
        { provide: SIGN_IN, useValue: options.signIn ?? nobodySignsIn },
        { provide: PERSON_REGISTER, useValue: options.personRegister ?? noPersonRegister },
        { provide: RIGHTS, useValue: recordedRights(options.rights ?? noRights) },
        { provide: VERIFIER, useValue: parts.verify },
        { provide: LOOKING, useValue: recordedAccessLog(options.looking ?? nobodyLooks) },
        { provide: EMERGENCIES, useValue: recordedEmergencies(options.emergencies ?? noEmergencies) },
        ...commands,
        ...queries,
      ],
    };
  }
}
