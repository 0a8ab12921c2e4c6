// Choosing a language: kept for a year, on this device.
import { Controller, Post, Res } from '@nestjs/common';
import { Turned } from '../../../server/http-problem.js';
import type { Visited } from '../../../server/page-context.js';
import { form } from './form.js';

@Controller('language')
export class ChooseLanguage {
  @Post()
  choose(@Res() { visit }: Visited) {
    const sent = form.safeParse(visit.request.body);
    if (!sent.success) throw new Turned(400);
    visit.cookies.keepLanguage(sent.data.language);
    return visit.go(sent.data.back);
  }
}
