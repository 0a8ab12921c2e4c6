// The Nest module of the pages: the pages, and what they are given.
import { Module, type DynamicModule } from '@nestjs/common';
import { pages } from './areas/pages.generated.js';
import type { Guide } from './content/guide.js';
import type { Look } from './look/look.js';
import { GUIDE, LOOK, STAFF_SIGN_IN } from './ports.js';
import type { StaffSignIn } from './areas/sign-in/provider.js';

@Module({})
export class WebModule {
  static with(staff: StaffSignIn | null, look: Look, guide: Guide): DynamicModule {
    return {
      module: WebModule,
      controllers: [...pages],
      providers: [
        { provide: STAFF_SIGN_IN, useValue: staff },
        { provide: LOOK, useValue: look },
        { provide: GUIDE, useValue: guide },
      ],
    };
  }
}
