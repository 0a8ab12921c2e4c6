// POST /referral-files: a file of referrals, as a form of one part, read as it comes and no further than it may be long.
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { ReferralFiles } from '../../ports/referral-files.js';
import type { Authenticator } from '../auth/authenticate.js';
import { answerProblem } from './problem.js';
import type { Rates } from './rates.js';

export interface UploadParts {
  readonly authenticate: Authenticator;
  readonly often: Rates;
  readonly addressOf: (request: FastifyRequest) => string;
  readonly files: ReferralFiles;
}

const LONGEST_NAME = 200;
/** Above any setting of a service, which is asked once it is known who sends. */
const ANY_LENGTH = 1_000_000_000;

/** Adds the route in a context of its own: no other route reads forms. Answers 201 with the file's id, else a problem. */
export const uploads =
  ({ authenticate, often, addressOf, files }: UploadParts) =>
  async (server: FastifyInstance): Promise<void> => {
    await server.register(multipart, { limits: { files: 1, fields: 0, parts: 1 }, throwFileSizeLimit: true });

    server.post('/referral-files', { bodyLimit: ANY_LENGTH, errorHandler: answerError }, async (request, reply) => {
      const { authorization } = request.headers;
      const { actor } = await often.knocked(authorization, addressOf(request), () => authenticate(authorization));
      const most = actor && (await files.mostBytes(actor));
      if (!actor || !most) return answerProblem(reply, 403, 'Files of referrals are for coordinators and managers.');
      await often.asked(actor.id);
      if (!request.isMultipart())
        return answerProblem(reply, 415, 'Send the file as multipart/form-data, in one part with a file name.');
      const sent = [];
      for await (const part of request.files({ limits: { fileSize: most } }))
        sent.push({ name: part.filename.slice(0, LONGEST_NAME), bytes: await part.toBuffer() });
      const [file] = sent;
      if (!file) return answerProblem(reply, 400, 'There is no file in the form.');
      return reply.code(201).send({ id: await files.send(actor, file.name, file.bytes) });
    });
  };

/** Each kind of refusal in a sentence; nothing of the file is said back. */
function answerError(
  error: Error & { statusCode?: number; code?: string },
  _request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof GraphQLError) {
    const http = error.extensions['http'] as { status?: number } | undefined;
    return answerProblem(reply, http?.status ?? 401, error.message);
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return answerProblem(reply, 413, 'Send one file, no larger than this service takes.');
  if (status < 500) return answerProblem(reply, 400, 'The form cannot be read.');
  throw error;
}
