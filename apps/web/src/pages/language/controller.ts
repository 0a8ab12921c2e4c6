// Choosing a language: kept for a year, on this device.
import { Controller, Post, Res } from '@nestjs/common';
import { Turned } from '../../http/turned.js';
import type { Visited } from '../../http/visit.js';
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
