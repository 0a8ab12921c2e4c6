// A page that sends a command to the real API: looked at first, refused in words, stale with what was typed, and done once.
import { readLook } from '../src/look/look.js';
import { randomBytes } from 'node:crypto';
import { Controller, Get, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';
import { ApiError } from '../src/api/api-error.js';
import { webAdapter } from '../src/server/adapter.js';
import { answerCommand, newCommand, type CommandAnswer } from '../src/server/answer-command.js';
import { noArea } from '../src/server/area.js';
import type { PageReply } from '../src/server/page-context.js';
import { ErrorPages } from '../src/server/problem/error-pages.js';
import type { View } from '../src/server/view.js';
import { assetUrls } from '../src/server/views.js';
import { Visitor } from '../../../test/harness/web/test-pages.js';

const view: View<'site.problem'> = { area: noArea, template: 'kit/command/example.njk', name: 'kit' };
const form = z.object({ answer: z.string().min(1, { error: 'site.problem' }) });

let application: WholeApplication;
let app: NestFastifyApplication;
let caseId: string;

const revision = async () => {
  const query = 'query ($id: ID!) { case(id: $id) { revision } }';
  return (await application.ask<{ case: { revision: number } }>('coordinator', query, { id: caseId })).case.revision;
};

/** Signs off the checkpoint whose name is typed: the first is the coordinator's to give, later ones are shut until then. */
@Controller('sign-off')
class SignOffPage {
  @Get()
  async show(@Res() { page }: PageReply) {
    return page.show(view, { command: newCommand(await revision()), typed: {} });
  }

  @Post()
  send(@Res() { page }: PageReply) {
    return answerCommand(page, {
      view,
      form,
      goTo: () => '/done',
      data: async () => ({}),
      send: async ({ answer: checkpoint }, command) => {
        const query = `mutation ($c: Command!, $e: CheckpointPassed!) { passCheckpoint(command: $c, event: $e) {
          __typename ... on Refused { why blockers { words } } ... on Stale { revision } } }`;
        const variables = { c: { caseId, ...command }, e: { checkpoint } };
        // What api/client.ts makes of the API's code.
        const answered = await application
          .ask<{ passCheckpoint: CommandAnswer }>('coordinator', query, variables)
          .catch((error: Error) => {
            throw error.message.includes('BAD_USER_INPUT') ? new ApiError('INVALID') : error;
          });
        return answered.passCheckpoint;
      },
      // Whoever signs the checkpoint is told of it here, so that there is something to look at.
      look: async ({ answer: checkpoint }) => {
        const query = `query ($id: ID!, $e: AnyEvent!) { case(id: $id) { revision } preview(caseId: $id, event: $e) { happens } }`;
        const variables = { id: caseId, e: { passCheckpoint: { checkpoint } } };
        const looked = await application.ask<{ case: { revision: number }; preview: { happens: boolean } }>(
          'coordinator',
          query,
          variables,
        );
        const told = { id: 'told', title: 'Who will be told', rows: [{ who: 'Ruth', what: checkpoint }] };
        return { revision: looked.case.revision, happens: looked.preview.happens, told };
      },
      changes: async (since) => [`since ${since}`],
    });
  }
}

@Module({ controllers: [SignOffPage] })
class SignOffModule {}

beforeAll(async () => {
  application = await startWholeApplication();
  interface Found {
    caseload: { edges: { node: { id: string } }[] };
  }
  const { caseload } = await application.ask<Found>('coordinator', '{ caseload { edges { node { id } } } }');
  caseId = caseload.edges[0]?.node.id ?? '';
  const nowhere = { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost:3000', apiUrl: 'http://127.0.0.1:1' };
  const options = { ...nowhere, apiSecret: '', key: randomBytes(32), issuer: null, log: { level: 'silent' } as const };
  const ask = () => Promise.reject(new ApiError('AWAY'));
  const adapter = webAdapter(options, { ask, sendFile: ask, secure: false, look: readLook(null), assets: assetUrls });
  app = await NestFactory.create<NestFastifyApplication>(SignOffModule, adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(new ErrorPages(adapter.getInstance().log as never));
  await app.init();
  await adapter.getInstance().ready();
}, 120_000);
afterAll(async () => {
  await app.close();
  await application.ends();
});

const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Opens the form; gives how to send it as it stands, under its own key and revision. */
async function opens() {
  const visitor = new Visitor(app);
  let { html } = await visitor.get('/sign-off');
  const send = async (answer: string, more: Record<string, string> = {}) => {
    const fields = { answer, _key: field(html, '_key'), _revision: field(html, '_revision'), ...more };
    const answered = await visitor.post('/sign-off', fields);
    if (answered.status !== 303) ({ html } = answered);
    return answered;
  };
  return {
    key: () => field(html, '_key'),
    revision: () => Number(field(html, '_revision')),
    seen: () => field(html, '_seen'),
    send,
    /** As it was looked at. */
    sendSeen: (answer: string) => send(answer, { _seen: field(html, '_seen') }),
  };
}

test('what is missing is said, who will be told is looked at first, and neither changes the case nor the key', async () => {
  const before = await revision();
  const page = await opens();
  const key = page.key();
  const missing = await page.send('');
  expect([missing.status, missing.html.includes('href="#answer"')]).toEqual([422, true]);
  const shown = await page.send('referral');
  expect(shown.status).toBe(200);
  expect(shown.html).toMatch(/Who will be told[^]*Ruth[^]*referral[^]*Nothing is sent yet/);
  expect(shown.html).toContain('value="referral"');
  expect([page.key(), await revision()]).toEqual([key, before]);
});

test('what was looked at is what is sent: changed meanwhile, it is looked at again', async () => {
  const before = await revision();
  const page = await opens();
  await page.send('referral');
  const seen = page.seen();
  expect(seen).not.toBe('');
  const changed = await page.send('sensitiveFirstContact', { _seen: seen });
  expect(changed.status).not.toBe(303);
  expect(await revision()).toBe(before);
});

test('a shut door says why when it is tried, in one step', async () => {
  const before = await revision();
  const page = await opens();
  // A coordinator does not sign off the choice of a process (R36): a supervisor or a safeguarding lead does.
  const refused = await page.send('processChoice');
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/There is a problem[^]*This is not yours to do/);
  expect(await revision()).toBe(before);
});

test('a case that moved on meanwhile is said, with who changed what; what was typed is still there, and sending it again works', async () => {
  const [mine, other] = [await opens(), await opens()];
  const begun = mine.revision();
  await other.send('referral');
  expect((await other.sendSeen('referral')).status).toBe(303);
  const stale = await mine.send('referral');
  expect([stale.status, stale.html.includes('What you typed is still here')]).toEqual([409, true]);
  expect(stale.html).toContain(`since ${begun}`);
  expect(stale.html).toContain('value="referral"');
  expect(mine.revision()).toBe(begun + 1);
});

test('sent twice it is done once; changed and sent under the same key it is not taken, and gets a key of its own', async () => {
  const page = await opens();
  const before = await revision();
  const key = page.key();
  await page.send('referral');
  const first = await page.sendSeen('referral');
  expect([first.status, first.location]).toEqual([303, '/done']);
  expect([(await page.sendSeen('referral')).status, await revision()]).toEqual([303, before + 1]);
  const changed = await page.sendSeen('processChoice');
  expect([changed.status, changed.html.includes('This was not taken.')]).toEqual([422, true]);
  expect(page.key()).not.toBe(key);
  expect(await revision()).toBe(before + 1);
});

test('a form without a key was not drawn by a page of ours', async () => {
  const page = await opens();
  expect((await page.send('referral', { _key: '' })).status).toBe(400);
});
