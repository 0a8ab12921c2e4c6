// Choosing a language: kept for a year, on this device.
import { Controller, Post, Res } from '@nestjs/common';
import { HttpProblem } from '../../../server/http-problem.js';
import type { PageReply } from '../../../server/page-context.js';
import { form } from './form.js';

@Controller('language')
export class ChooseLanguage {
  @Post()
  choose(@Res() { page }: PageReply) {
    const sent = form.safeParse(page.request.body);
    if (!sent.success) throw new HttpProblem(400);
    page.cookies.keepLanguage(sent.data.language);
    return page.go(sent.data.back);
  }
}
