// A birthday is held with the person: the journal knows an age band at most, and the band follows from what is held (R26, R93).
import { randomUUID } from 'node:crypto';
import type { Actor, Id } from '#libs/case';
import { serviceScope } from '#libs/database';
import { openTestService, type TestService } from '../../../../test/harness/service/test-service.js';

let service: TestService;
let coordinator: Actor;
const NOW = '2026-03-10T12:00:00.000Z';
beforeAll(async () => {
  service = await openTestService();
  coordinator = await service.staff('coordinator');
}, 60_000);
afterAll(() => service.close());

const clock = () => new Date(NOW);
/** Somebody joins a case, said to be of this age; a birthday is held of them or not. Gives their participant id. */
async function joins(caseId: Id, age: 'adult' | 'unknown', bornOn?: string): Promise<Id> {
  const [participantId, personId] = [randomUUID(), randomUUID()];
  await service.people.add(
    service.serviceId,
    bornOn === undefined ? { given: 'Kit' } : { given: 'Kit', bornOn },
    personId,
  );
  const event = {
    type: 'participant.joined',
    participantId,
    personId,
    role: 'harmed',
    age,
    approach: 'agreed',
  } as const;
  const answer = await service.tell(coordinator, { caseId, event }, clock);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return participantId;
}
const ageOf = async (caseId: Id, participantId: Id) =>
  (await service.reading.casesFor(coordinator, [caseId])).get(caseId)?.stored.facts.people.participants[participantId]
    ?.age;
const journalOf = async (caseId: Id): Promise<string> =>
  JSON.stringify((await service.store.journal(serviceScope(service.serviceId), caseId)).map(({ event }) => event));

test.each([
  ['2010-03-11', 'underSixteen'],
  ['2010-03-10', 'sixteenOrSeventeen'],
  ['2008-03-11', 'sixteenOrSeventeen'],
  ['2008-03-10', 'adult'],
] as const)('on 10 March 2026 somebody born on %s is %s, whatever was said', async (bornOn, age) => {
  const caseId = await service.aCase(coordinator, clock);
  expect(await ageOf(caseId, await joins(caseId, 'adult', bornOn))).toBe(age);
  expect(await journalOf(caseId)).not.toContain(bornOn);
});

test('where no birthday is held, the age is what was said', async () => {
  const caseId = await service.aCase(coordinator, clock);
  expect(await ageOf(caseId, await joins(caseId, 'unknown'))).toBe('unknown');
});

test('an age that is confirmed later follows from the birthday that is held by then', async () => {
  const caseId = await service.aCase(coordinator, clock);
  const participantId = await joins(caseId, 'unknown');
  const facts = (await service.reading.casesFor(coordinator, [caseId])).get(caseId)?.stored.facts;
  const personId = facts?.people.participants[participantId]?.personId ?? '';
  await service.people.change(service.serviceId, new Map([[personId, { bornOn: '2009-05-01' }]]));
  const confirmed = { type: 'age.confirmed', participantId, age: 'adult' } as const;
  expect((await service.tell(coordinator, { caseId, event: confirmed }, clock)).ok).toBe(true);
  expect(await ageOf(caseId, participantId)).toBe('sixteenOrSeventeen');
  expect(await journalOf(caseId)).not.toContain('2009-05-01');
});
