// Promise: a process never touches a case that a newer one has written.
import { doors, MACHINE_VERSION, NewerMachine } from '#libs/case';
import { openOffice, riskFlag, type Office } from '../harness/service/test-service.js';

let office: Office;
beforeAll(async () => void (office = await openOffice()), 60_000);
afterAll(() => office.close());

test('a case of a newer machine version is refused, loudly, and stays as it is', async () => {
  const manager = await office.staff('manager');
  const caseId = await office.aCase(manager);
  await office.pools.plain.query('update case_file set machine_version = $2 where id = $1', [
    caseId,
    MACHINE_VERSION + 1,
  ]);
  await expect(office.tell(manager, { caseId, event: riskFlag() })).rejects.toBeInstanceOf(NewerMachine);
  const row = await office.reading.caseFor(manager, caseId);
  expect(row?.revision).toBe(3);
  expect(() => row && doors(row.stored, row.updatedAt, row.settings)).toThrow(NewerMachine);
});
