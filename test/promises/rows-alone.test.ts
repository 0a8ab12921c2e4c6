// Promise: with the program's own checks switched off, row-level security alone shows nobody anything that the checks would not.
import { randomUUID } from 'node:crypto';
import type { Id } from '#libs/case';
import { Cursors, type Listed } from '#libs/database';
import { enforced, disabledForTest, type Checks } from '#libs/permissions';
import { PgCaseReading, PgServiceReading } from '#libs/casework';
import { everybody, openCaseApi, type CaseApi, type Who } from '../harness/api/case-api.js';
import { composeServices } from '../../apps/server/src/compose-services.js';
import { openServices } from '../../libs/services/src/open-services.js';
import { testMasterKeys } from '../harness/database/master-keys.js';

let caseApi: CaseApi;
let cases: Id[];
let texts: { id: Id; case_id: Id }[];
beforeAll(async () => {
  caseApi = await openCaseApi();
  const { pools } = caseApi.service;
  const raised = { concernId: randomUUID(), text: randomUUID() };
  await caseApi.service.tell(caseApi.actors.safeguardingLead, {
    caseId: caseApi.caseId,
    event: { type: 'concern.raised', ...raised },
    texts: [{ id: raised.text, words: 'A worry' }],
  });
  cases = (await pools.plain.query<{ id: Id }>('select id from case_file order by id')).rows.map(({ id }) => id);
  texts = (await pools.plain.query<{ id: Id; case_id: Id }>('select id, case_id from text order by id')).rows;
});
afterAll(() => caseApi.close());

const cursors = new Cursors(Buffer.alloc(32, 1));
const rowsOf = (listed: Listed<object> | null) => listed?.rows.map(({ row }) => row) ?? [];

/** Everything that is read about cases, as somebody, with these checks. */
async function readBy(who: Who, checks: Checks): Promise<Record<string, unknown>> {
  const { database, people } = caseApi.service;
  const actor = caseApi.actors[who];
  const reading = new PgCaseReading(database, cursors, people.sealing, checks);
  const serviceReading = new PgServiceReading(database, cursors, checks);
  const each = async <T>(of: (id: Id) => Promise<T>) => Promise.all(cases.map(of));
  return {
    caseload: rowsOf(await reading.caseload(actor, {}, { first: 100, order: 'openedAt' })),
    cases: [...(await reading.casesFor(actor, cases)).values()],
    journals: await each(async (id) => rowsOf(await reading.journal(actor, id, { first: 100 }))),
    notices: [...(await reading.notices(actor, cases)).values()].flat(),
    tasks: rowsOf(await reading.tasks(actor, {}, { first: 100 })),
    texts: await Promise.all(
      texts.map(async ({ id, case_id }) => [...(await reading.texts(actor, case_id, [id])).values()]),
    ),
    waiting: rowsOf(await serviceReading.notices(actor, {}, { first: 100 })),
    service: await serviceReading.service(actor, '2026-11-02'),
    messages: await serviceReading.messages(actor, '2100-01-01T00:00:00.000Z'),
  };
}
/** The ids of everything that was read, so that what is left out shows. */
const idsIn = (read: unknown): string[] => [
  ...new Set(JSON.stringify(read).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []),
];

describe.each(everybody)('%s', (who) => {
  test('reads with the checks switched off what they read with them', async () => {
    const [held, alone] = [await readBy(who, enforced), await readBy(who, disabledForTest)];
    for (const [what, found] of Object.entries(alone))
      expect([what, idsIn(found).filter((id) => !idsIn(held).includes(id))]).toEqual([what, []]);
    for (const what of ['caseload', 'cases', 'journals', 'texts'])
      expect([what, alone[what]]).toEqual([what, held[what]]);
  });

  test('tells a case that is hidden nothing, nor finishes its tasks', async () => {
    const { store, stop } = openServices(caseApi.service.url, {
      masterKeys: testMasterKeys,
      checksDisabledForTest: true,
    });
    try {
      for (const id of cases) {
        const [alone, held] = await Promise.all([
          store.loadForCommand(caseApi.actors[who], id, 'key'),
          caseApi.service.store.loadForCommand(caseApi.actors[who], id, 'key'),
        ]);
        expect(alone).toEqual(held);
      }
    } finally {
      await stop();
    }
    const reading = new PgCaseReading(
      caseApi.service.database,
      cursors,
      caseApi.service.people.sealing,
      disabledForTest,
    );
    const seen = new Set((await readBy(who, enforced))['cases'] as object[]);
    const tasks = await caseApi.service.pools.plain.query<{ id: Id; case_id: Id }>(
      'select id, case_id from task where done_at is null',
    );
    const hidden = tasks.rows.filter(({ case_id }) => ![...seen].some((row) => (row as { id: Id }).id === case_id));
    for (const { id } of hidden)
      expect(await reading.finishTask(caseApi.actors[who], id, '2026-11-02T09:00:00.000Z')).toBeNull();
  });
});

test('in production they cannot be switched off', () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    expect(() => composeServices(caseApi.service.url, testMasterKeys, { checksDisabledForTest: true })).toThrow(
      'no check is disabled',
    );
  } finally {
    process.env['NODE_ENV'] = before;
  }
});
