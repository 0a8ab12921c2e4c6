// The Nest module of the API: its features, and the outside of the house as injected plain objects.
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { apolloConfig } from './graphql/apollo.js';
import type { ApolloParts } from './graphql/apollo.js';
import { reading } from './case/index.js';
import { EmergencyResolver } from './emergency/emergency.resolver.js';
import { GraphiqlController } from './graphiql/graphiql.controller.js';
import { HealthController } from './health/health.controller.js';
import { commands } from './commands/index.js';
import { MeasuresResolver } from './measures/measures.resolver.js';
import { MeResolver } from './me/me.resolver.js';
import type { ApiOptions } from './options.js';
import { nobodyLooks, noEmergencies } from './ports/looking.js';
import { nothingMeasured } from './ports/measuring.js';
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
import { FoundPersonResolver, PersonRegisterResolver } from './person-register/person-register.resolver.js';
import {
  PersonSuggestionsResolver,
  SuggestedPersonResolver,
} from './person-suggestions/person-suggestions.resolver.js';
import { PreviewResolver } from './preview/preview.resolver.js';
import { LookingResolver, ReaderResolver } from './reads/looking.resolver.js';
import { notedRights } from './reads/noted-rights.js';
import { notedCasework, notedEmergencies, notedLooking, notedMeasuring, notedReading } from './reads/noted-ports.js';
import { rights } from './rights/index.js';
import { OpeningResolver } from './referral/opening.resolver.js';
import { InvitationsResolver } from './sign-in/invitations.resolver.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { VocabularyResolver } from './vocabulary/vocabulary.resolver.js';

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
        { provide: CASEWORK, useValue: notedCasework(options.casework) },
        { provide: REGISTER, useValue: options.register },
        { provide: READING, useValue: notedReading(options.reading) },
        { provide: MEASURES, useValue: notedMeasuring(options.measures ?? nothingMeasured) },
        { provide: SIGN_IN, useValue: options.signIn ?? nobodySignsIn },
        { provide: PERSON_REGISTER, useValue: options.personRegister ?? noPersonRegister },
        { provide: RIGHTS, useValue: notedRights(options.rights ?? noRights) },
        { provide: VERIFIER, useValue: parts.verify },
        { provide: LOOKING, useValue: notedLooking(options.looking ?? nobodyLooks) },
        { provide: EMERGENCIES, useValue: notedEmergencies(options.emergencies ?? noEmergencies) },
        LookingResolver,
        ReaderResolver,
        EmergencyResolver,
        MeResolver,
        SignInResolver,
        InvitationsResolver,
        MeasuresResolver,
        VocabularyResolver,
        ...commands,
        ...reading,
        OpeningResolver,
        PreviewResolver,
        ...rights,
        FoundPersonResolver,
        PersonRegisterResolver,
        PersonSuggestionsResolver,
        SuggestedPersonResolver,
      ],
    };
  }
}
