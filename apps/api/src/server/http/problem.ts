// A problem document (RFC 9457): what went wrong with a request beside GraphQL, for a program and in a sentence.
import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Answers with a problem. `detail` says what to do about it and nothing of what was sent. */
export function answerProblem(reply: FastifyReply, status: number, detail: string): FastifyReply {
  const title = STATUS_CODES[status] ?? 'Error';
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail }));
}
