// Reads by key are planned once on each connection, and never again for another person or case.
import { randomUUID } from 'node:crypto';
import { PgCaseReading } from '#libs/casework';
import { Cursors, serviceScope } from '#libs/database';
import { actorFor } from '#libs/permissions';
import { testMasterKeys } from '../../../test/harness/database/master-keys.js';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database/fresh-database.js';
import { openServices, type OpenServices } from './open-services.js';

let database: FreshDatabase;
let services: OpenServices;
beforeAll(async () => {
  database = await freshDatabase();
  services = openServices(database.url, { masterKeys: testMasterKeys, sizes: { hot: 1, plain: 1 } });
}, 60_000);
afterAll(async () => {
  await services.stop();
  await database.drop();
});

test('who asks, a case by its id and names are read ten times by plans that are kept', async () => {
  const serviceId = randomUUID();
  const { byKey, people } = services;
  const cursors = new Cursors(Buffer.alloc(32, 7));
  const cases = new PgCaseReading(services.database, cursors, people.sealing, services.checks, byKey);
  for (let n = 0; n < 10; n += 1) {
    const subject = randomUUID();
    await actorFor(byKey.as(serviceScope(serviceId)), { subject, serviceId, roles: null });
    await cases.caseFor({ kind: 'staff', id: subject, serviceId, roles: ['manager'] }, randomUUID());
    await people.names(serviceId, [randomUUID()]);
  }
  const { rows } = await services.pools.hot.query<{ kept: string; anew: string }>(
    `select sum(generic_plans) as kept, sum(custom_plans) as anew from pg_prepared_statements where name like 'list %'`,
  );
  // The first of ten has no name yet: the nine that follow use one plan each.
  expect(rows).toEqual([{ kept: '27', anew: '0' }]);
});
