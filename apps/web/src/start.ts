// Starts the pages: log, headers, forms, module, port, in that order.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';
import { apiClient, fileClient } from './api/client.js';
import { readGuide } from './content/guide.js';
import { readLook } from './look/look.js';
import { webAdapter } from './server/adapter.js';
import { ErrorPages } from './server/problem/error-pages.js';
import { assetUrls } from './server/views.js';
import type { RunningWeb, WebOptions } from './options.js';
import { staffSignIn } from './areas/sign-in/provider.js';
import { WebModule } from './web.module.js';

/** Serves the pages. Rejects with the system's error when the port is taken; nothing is left listening then. */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const app = await createWeb(options);
  await app.listen(options.port, options.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, port, stop: () => app.close() };
}

/** The application without a port: for a front door that serves it beside others, and for tests. */
export async function createWeb(options: WebOptions): Promise<NestFastifyApplication> {
  const publicUrl = options.publicUrl.replace(/\/$/, '');
  const look = readLook(options.look ?? null);
  const guide = readGuide(look.words, look.telephone ?? null);
  const adapter = webAdapter(options, {
    ask: apiClient(options.apiUrl, options.apiSecret),
    sendFile: fileClient(options.apiUrl, options.apiSecret),
    secure: publicUrl.startsWith('https:'),
    look,
    assets: assetUrls,
  });
  const log = adapter.getInstance().log as FastifyBaseLogger;
  const staff = options.issuer === null ? null : staffSignIn(options.issuer, publicUrl);
  const app = await NestFactory.create<NestFastifyApplication>(WebModule.with(staff, look, guide), adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalFilters(new ErrorPages(log));
  return app;
}
