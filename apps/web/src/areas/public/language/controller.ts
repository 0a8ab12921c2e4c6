// Choosing a language: kept for a year, on this device. A form for staff; a link for everybody else, whose pages keep nothing before.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languages } from '../../../locale/locale.js';
import type { PageReply } from '../../../server/page-context.js';
import { form, pathOfOurs } from './form.js';

@Controller('language')
export class ChooseLanguage {
  @Post()
  choose(@Res() { page }: PageReply) {
    const { language, back } = page.readOwnForm(form);
    page.cookies.keepLanguage(language);
    return page.go(back);
  }

  /** The path after the language is where it leads back to. */
  @Get(':language/*')
  follow(@Res() { page }: PageReply, @Param('language') wanted: string, @Req() { url }: FastifyRequest) {
    const language = languages.find((one) => one === wanted);
    if (language) page.cookies.keepLanguage(language);
    return page.go(pathOfOurs.parse(url.slice(`/language/${wanted}`.length)));
  }
}
