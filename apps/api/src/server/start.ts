// Starts the API: log, gate, module, port, in that order.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';
import { ApiModule } from '../api.module.js';
import { addresses } from './auth/address.js';
import { authenticator } from './auth/authenticate.js';
import { tokenVerifier } from './auth/tokens.js';
import { fastifyAdapter } from './http/fastify.js';
import { PlainErrors } from './http/plain-errors.js';
import { rates } from './http/rates.js';
import { uploads } from './http/referral-files.js';
import { defaultLimits } from './limits/limits.js';
import { readTrustedDocuments } from './limits/trusted-documents.js';
import { nestLogger } from './http/nest-logger.js';
import type { ApiOptions, RunningApi } from '../options.js';
import { noReferralFiles } from '../ports/referral-files.js';
import { disabledSignIn } from '../ports/sign-in.js';

/**
 * Serves GraphQL, GraphiQL (outside production) and health. Rejects with the system's error when the port is taken
 * (EADDRINUSE) and when the schema and the resolvers do not fit; nothing is left listening then.
 */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const app = await createApp(options);
  await app.listen(options.port, options.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, port, stop: () => app.close() };
}

/** The application without a port; tests inject requests into it. */
export async function createApp(options: ApiOptions): Promise<NestFastifyApplication> {
  const limits = { ...defaultLimits, ...options.limits };
  const { production, trustProxy } = options;
  const server = { production, log: options.log ?? { level: 'info' } } as const;
  const adapter = fastifyAdapter(limits, { ...server, ...(trustProxy !== undefined && { trustProxy }) });
  const log = adapter.getInstance().log as FastifyBaseLogger;
  const trusted = await readTrustedDocuments(options.trustedDocuments);
  const verify = tokenVerifier(options.auth);
  const authenticate = authenticator(verify, options.people, options.signIn ?? disabledSignIn, log);
  const addressOf = addresses(options.webSecret);
  const often = rates(limits);
  const files = options.referralFiles ?? noReferralFiles;
  adapter.getInstance().register(uploads({ authenticate, often, addressOf, files }));
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(options, { reads: options.reads, limits, often, trusted, log, verify, authenticate, addressOf }),
    adapter,
    { logger: nestLogger(log), abortOnError: false, bodyParser: false },
  );
  return app.useGlobalFilters(new PlainErrors(log)) as NestFastifyApplication;
}
