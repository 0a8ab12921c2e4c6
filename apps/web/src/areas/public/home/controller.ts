// The first page: one promise, one way in, one number; what it is and is not.
import { Controller, Get, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { defineView } from '../../../server/view.js';
import { publicArea } from '../area.js';
import { cy } from './words.cy.js';
import { en } from './words.en.js';

const view = defineView(import.meta.dirname, publicArea, { en, cy });

@Controller()
export class HomePage {
  @Get()
  show(@Res() { page }: PageReply) {
    return page.show(view, { wide: true, signedIn: page.cookies.session() !== null });
  }
}
