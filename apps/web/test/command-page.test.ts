// A page that sends a command to the real API: looked at first, refused in words, stale with what was typed, and done once.
import { randomBytes } from 'node:crypto';
import { Controller, Get, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { startWholeApplication, type WholeApplication } from '../../../test/harness/web/whole-application.js';
import { ApiError } from '../src/api/api-error.js';
import { webAdapter } from '../src/server/adapter.js';
import { answerCommand, newCommand, type CommandAnswer, type PreviewAnswer } from '../src/server/answer-command.js';
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
      goTo: '/done',
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
      preview: async ({ answer: checkpoint }) => {
        const query = `query ($id: ID!, $e: AnyEvent!) { preview(caseId: $id, event: $e) { happens why blockers { words } } }`;
        const variables = { id: caseId, e: { passCheckpoint: { checkpoint } } };
        return (await application.ask<{ preview: PreviewAnswer }>('coordinator', query, variables)).preview;
      },
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
  const adapter = webAdapter(options, { ask, secure: false, leaveTo: '/', assets: assetUrls });
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
  return {
    key: () => field(html, '_key'),
    revision: () => Number(field(html, '_revision')),
    send: async (answer: string, more: Record<string, string> = {}) => {
      const fields = { answer, _key: field(html, '_key'), _revision: field(html, '_revision'), ...more };
      const answered = await visitor.post('/sign-off', fields);
      if (answered.status !== 303) ({ html } = answered);
      return answered;
    },
  };
}

test('what is missing is said, what it would do is shown first, and neither changes the case nor the key', async () => {
  const before = await revision();
  const page = await opens();
  const key = page.key();
  const missing = await page.send('');
  expect([missing.status, missing.html.includes('href="#answer"')]).toEqual([422, true]);
  const shown = await page.send('referral', { _step: 'preview' });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('This would happen.');
  expect(shown.html).toContain('value="referral"');
  expect([page.key(), await revision()]).toEqual([key, before]);
});

test('a shut door says why, before it is tried and when it is', async () => {
  const before = await revision();
  const page = await opens();
  // A coordinator does not sign off the choice of a process (R36): a supervisor or a safeguarding lead does.
  const shown = await page.send('processChoice', { _step: 'preview' });
  const why = /This would not happen:<\/p>\s*<p[^>]*>([^<]+)/.exec(shown.html)?.[1] ?? 'no reason';
  expect([shown.status, why]).not.toContain('no reason');
  const refused = await page.send('processChoice');
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/There is a problem/);
  expect(refused.html).toContain(why);
  expect(await revision()).toBe(before);
});

test('a case that moved on meanwhile is said, what was typed is still there, and sending it again works', async () => {
  const [mine, other] = [await opens(), await opens()];
  const begun = mine.revision();
  expect((await other.send('referral')).status).toBe(303);
  const stale = await mine.send('referral');
  expect([stale.status, stale.html.includes('What you typed is still here')]).toEqual([409, true]);
  expect(stale.html).toContain('value="referral"');
  expect(mine.revision()).toBe(begun + 1);
});

test('sent twice it is done once; changed and sent under the same key it is not taken, and gets a key of its own', async () => {
  const page = await opens();
  const before = await revision();
  const key = page.key();
  const first = await page.send('referral');
  expect([first.status, first.location]).toEqual([303, '/done']);
  expect([(await page.send('referral')).status, await revision()]).toEqual([303, before + 1]);
  const changed = await page.send('processChoice');
  expect([changed.status, changed.html.includes('This was not taken.')]).toEqual([422, true]);
  expect(page.key()).not.toBe(key);
  expect(await revision()).toBe(before + 1);
});

test('a form without a key was not drawn by a page of ours', async () => {
  const page = await opens();
  expect((await page.send('referral', { _key: '' })).status).toBe(400);
});
