// The demo service can be tried from the first minute: cases to see, people of each role, and a team that may take them.
import { doors, type Actor, type Id } from '#libs/case';
import { Casework, checkJournals, PgCaseReading, PgCaseStore } from '#libs/casework';
import { Cursors, openPools, scoped, type Pools } from '#libs/database';
import { actorFor } from '#libs/permissions';
import { PgPersonalRecords } from '#libs/people';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { testMasterKeys, testVault } from '../../../test/harness/database/master-keys.js';
import { demoPeople, demoServiceId, seedDemo } from './demo.js';
import { composeServices } from '../../server/src/compose-services.js';
import { demoInvitations, demoPost } from './invitations.js';

let database: FreshDatabase;
let pools: Pools;
let casework: Casework;
let reading: PgCaseReading;
const who = async (subject: string): Promise<Actor> => {
  const actor = await actorFor(pools.plain, { subject, serviceId: demoServiceId });
  if (!actor) throw new Error(`Nobody is ${subject}`);
  return actor;
};

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemo(database.url, testMasterKeys);
  await seedDemo(database.url, testMasterKeys);
  pools = openPools(database.url, { hot: 2, plain: 2 });
  const store = new PgCaseStore(pools, new PgPersonalRecords(scoped(pools.plain), testVault()));
  casework = new Casework(store);
  reading = new PgCaseReading(scoped(pools.plain), new Cursors(Buffer.alloc(32, 7)), testVault());
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('everybody who is given a token is somebody', async () => {
  for (const { subject } of demoPeople) expect(await who(subject)).toMatchObject({ serviceId: demoServiceId });
});

test('a second start adds nothing, and every journal is whole', async () => {
  const { cases, faults } = await checkJournals(pools.plain);
  expect({ cases, faults }).toEqual({ cases: 7, faults: [] });
});

test('the person harmed and the person responsible of one case can sign in, and both may be approached', async () => {
  const [harmed, responsible] = [await who('demo-harmed'), await who('demo-responsible')];
  const [theirs, his] = [await reading.caseload(harmed), await reading.caseload(responsible)];
  expect(theirs.rows.map(({ row }) => row.id)).toEqual(his.rows.map(({ row }) => row.id));
  const bases = Object.values(theirs.rows[0]?.row.stored.facts.people.participants ?? {}).map((p) => [
    p.role,
    p.approach,
  ]);
  expect(Object.fromEntries(bases)).toEqual({ harmed: 'agreed', responsible: 'referred' });
});

test('two people have been spoken with and are invited at each start; the code that a post would carry lets them in', async () => {
  const services = composeServices(database.url, testMasterKeys);
  const { invited } = await seedDemo(database.url, testMasterKeys);
  await demoInvitations(services.signIn, demoServiceId, invited);
  const invitations = await demoInvitations(services.signIn, demoServiceId, invited);
  expect(invitations.map(({ role }) => role)).toEqual(['harmed', 'responsible']);
  const lines: string[] = [];
  const carried = Promise.withResolvers<void>();
  const post = demoPost(services.signIn, demoServiceId, (line) => {
    lines.push(line);
    carried.resolve();
  });
  const invitation = invitations[0]?.code ?? '';
  await services.signIn.askForCode(invitation);
  await carried.promise;
  await post.stop();
  const code = /\d{4}-\d{4}-\d{4}/.exec(lines.join(''))?.[0] ?? '';
  expect(await services.signIn.enter({ invitation, code })).toMatchObject({
    token: expect.any(String) as string,
  });
  await services.stop();
});

const say = async (actor: Actor, caseId: Id, event: Parameters<Casework['tell']>[1]['event']) =>
  casework.tell(actor, { caseId, event, key: crypto.randomUUID() });

test.each([false, true])(
  'the demo team may take a case (sensitive: %s), and nothing about the team stands before its steps',
  async (sensitive) => {
    const coordinator = await who('demo-coordinator');
    const [found] = (await reading.caseload(coordinator, { sensitive })).rows.filter(
      ({ row }) =>
        !row.flags.includes('domesticAbuse') && Object.keys(row.stored.facts.facilitators.assigned).length === 0,
    );
    const row = found?.row;
    if (!row) throw new Error('There is no such demo case');
    for (const [subject, duty] of [
      ['demo-facilitator', 'lead'],
      ['demo-facilitator-2', 'coFacilitator'],
      ['demo-supervisor', 'supervisor'],
    ] as const) {
      const staff = await who(subject);
      expect(await say(coordinator, row.id, { type: 'facilitator.asked', staffId: staff.id, duty })).toMatchObject({
        ok: true,
      });
      expect(
        await say(staff, row.id, { type: 'conflict.declared', staffId: staff.id, connected: false }),
      ).toMatchObject({ ok: true });
      expect(await say(coordinator, row.id, { type: 'facilitator.assigned', staffId: staff.id, duty })).toMatchObject({
        ok: true,
      });
    }
    const now = await reading.caseFor(coordinator, row.id);
    if (!now) throw new Error('The case is gone');
    const rules = doors(now.stored, new Date().toISOString(), now.settings).flatMap((door) =>
      door.blockers.map(({ rule }) => rule),
    );
    expect(rules).not.toContain('facilitatorFit');
    expect(rules).not.toContain('facilitator');
  },
);
