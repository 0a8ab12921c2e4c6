// The Nest module of the pages: the pages, and what they are given.
import { Module, type DynamicModule } from '@nestjs/common';
import { pages } from './areas/pages.generated.js';
import { LEAVE_TO, STAFF_SIGN_IN } from './ports.js';
import type { StaffSignIn } from './areas/sign-in/provider.js';

@Module({})
export class WebModule {
  static with(staff: StaffSignIn | null, leaveTo: string): DynamicModule {
    return {
      module: WebModule,
      controllers: [...pages],
      providers: [
        { provide: STAFF_SIGN_IN, useValue: staff },
        { provide: LEAVE_TO, useValue: leaveTo },
      ],
    };
  }
}
