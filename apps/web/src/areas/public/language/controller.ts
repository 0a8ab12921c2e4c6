// Choosing a language: kept for a year, on this device.
import { Controller, Post, Res } from '@nestjs/common';
import type { PageReply } from '../../../server/page-context.js';
import { form } from './form.js';

@Controller('language')
export class ChooseLanguage {
  @Post()
  choose(@Res() { page }: PageReply) {
    const { language, back } = page.readOwnForm(form);
    page.cookies.keepLanguage(language);
    return page.go(back);
  }
}
