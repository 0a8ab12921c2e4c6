// Tells whatever runs the service whether the process lives and whether it can serve.
import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ApiOptions } from '../../options.js';
import { OPTIONS } from '../../ports/tokens.js';

@Controller('health')
export class HealthController {
  constructor(@Inject(OPTIONS) private readonly options: Pick<ApiOptions, 'ready'>) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'live' };
  }

  /** 503 while the database or another part is away, and which, in sentences fit for a visitor. Answers within a second. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const why = await (this.options.ready?.() ?? []);
    if (why.length === 0) return { status: 'ready' };
    reply.code(503);
    return { status: 'not ready', why };
  }
}
