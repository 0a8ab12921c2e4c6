// Promise: a process never touches a case that a newer one has written.
import { doors, MACHINE_VERSION, NewerMachine } from '#libs/case';
import { openTestService, riskFlag, type TestService } from '../harness/service/test-service.js';

let service: TestService;
beforeAll(async () => void (service = await openTestService()), 60_000);
afterAll(() => service.close());

test('a case of a newer machine version is refused, loudly, and stays as it is', async () => {
  const manager = await service.staff('manager');
  const caseId = await service.aCase(manager);
  await service.pools.plain.query('update case_file set machine_version = $2 where id = $1', [
    caseId,
    MACHINE_VERSION + 1,
  ]);
  await expect(service.tell(manager, { caseId, event: riskFlag() })).rejects.toBeInstanceOf(NewerMachine);
  const row = await service.reading.caseFor(manager, caseId);
  expect(row?.revision).toBe(3);
  expect(() => row && doors(row.stored, row.updatedAt, row.settings)).toThrow(NewerMachine);
});
