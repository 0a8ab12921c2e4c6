// Serves GraphiQL at /graphiql outside production; the module leaves this controller out otherwise.
import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ApiOptions } from '../../options.js';
import { OPTIONS } from '../../ports/tokens.js';
import { assetNamed } from './assets.js';
import { graphiqlPage, pagePolicy } from './page.js';

@Controller('graphiql')
export class GraphiqlController {
  constructor(@Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'demoTokens'>) {}

  @Get()
  page(@Query('role') role: unknown, @Res() reply: FastifyReply) {
    const asked = typeof role === 'string' ? role : undefined;
    return reply
      .header('content-security-policy', pagePolicy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(graphiqlPage(this.options.demoTokens ?? [], asked));
  }

  @Get('assets/:name')
  async asset(@Param('name') name: string, @Res() reply: FastifyReply) {
    const asset = await assetNamed(name);
    if (!asset) throw new NotFoundException();
    return reply.header('cache-control', 'public, max-age=3600').type(asset.type).send(asset.body);
  }
}
