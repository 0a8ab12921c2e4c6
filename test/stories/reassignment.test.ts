// Story: the case goes from Grace to Ivo. Her access ends at that event; he declares first and sees details only then (R42).
import { aCase } from '../scenario/a-case.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
/** When Grace still led it. */
let before: string;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const caseload = async (who: string) => {
  const query = '{ caseload { edges { node { id stage declaration participants { name } } } } }';
  const { caseload: page } = await service.ask<{ caseload: { edges: { node: { id: string } }[] } }>(who, query);
  return page.edges.map(({ node }) => node);
};

test('Grace works on the case, and Ivo does not know that it is there', async () => {
  theCase = await aCase(service).consented().begins();
  before = service.clock.now();
  expect(await theCase.seenBy('grace')).toMatchObject({ stage: 'preparation', doors: expect.any(Array) });
  expect(await theCase.seenBy('ivo')).toBeNull();
  expect(await caseload('ivo')).toEqual([]);
  expect(await theCase.by('ivo').tries.setFlag({ flag: 'hate' })).toMatchObject({ ended: 'Error', code: 'NOT_FOUND' });
});

test('Ivo is asked: he sees that there is a case to declare on, and no more', async () => {
  await theCase.by('mona').askFacilitator({ staffId: service.colleagues.ivo.id, duty: 'lead' });
  const shell = { stage: 'preparation', doors: null, participants: null, tasks: null, notices: null };
  expect(await theCase.seenBy('ivo')).toMatchObject(shell);
  expect(await caseload('ivo')).toEqual([
    { id: theCase.id, stage: 'preparation', declaration: 'awaited', participants: null },
  ]);
  expect(await theCase.by('ivo').tries.setFlag({ flag: 'hate' })).toMatchObject({
    ended: 'Refused',
    why: 'notPermitted',
  });
  const early = await theCase.by('mona').tries.assignFacilitator({ staffId: service.colleagues.ivo.id, duty: 'lead' });
  expect(early.blockers).toEqual([`declaration ${service.colleagues.ivo.id}`]);
  await theCase.by('ivo').declareConflict({ staffId: service.colleagues.ivo.id, connected: false });
  expect(await theCase.seenBy('ivo')).toMatchObject(shell);
});

test('Ivo takes over while Grace is at work: from that event on there is no case for her any more', async () => {
  const looks = () => Array.from({ length: 8 }, () => theCase.seenBy('grace'));
  const during = looks();
  const taken = theCase.by('mona').assignFacilitator({ staffId: service.colleagues.ivo.id, duty: 'lead' });
  during.push(...looks());
  await taken;
  const after = looks();
  for (const seen of await Promise.all(during)) expect(seen === null || seen.stage === 'preparation').toBe(true);
  for (const seen of await Promise.all(after)) expect(seen).toBeNull();
  const word = { processType: 'faceToFace', reason: 'It is what they asked for' } as const;
  expect(await theCase.by('grace').tries.chooseProcessType(word)).toMatchObject({ ended: 'Error', code: 'NOT_FOUND' });
  expect(await theCase.seenBy('grace', before)).toBeNull();
  expect(await caseload('grace')).toEqual([]);
});

test('Ivo sees everything that Grace did, and goes on where she stopped', async () => {
  expect((await theCase.seenBy('ivo'))?.participants).toHaveLength(2);
  expect(await theCase.seenBy('ivo', before)).toMatchObject({ stage: 'preparation' });
  await theCase.by('ivo').chooseProcessType({ processType: 'faceToFace', reason: 'It is what they asked for' });
  const query = 'query ($id: ID!) { case(id: $id) { facilitators { who { name } duty releasedAt } } }';
  const seen = await service.ask<{ case: { facilitators: { who: { name: string }; duty: string | null }[] } }>(
    'ivo',
    query,
    { id: theCase.id },
  );
  expect(seen.case.facilitators.map(({ who, duty }) => [who.name, duty])).toEqual(
    expect.arrayContaining([
      ['ivo', 'lead'],
      ['grace', null],
    ]),
  );
});

test('what was asked and has been done is off every list', async () => {
  const query = 'query ($id: ID!) { case(id: $id) { tasks { task } } }';
  const { case: seen } = await service.ask<{ case: { tasks: { task: string }[] } }>('mona', query, { id: theCase.id });
  const open = seen.tasks.map(({ task }) => task);
  for (const done of ['assignFacilitator', 'declareConflict', 'confirmAssignment', 'firstContact'])
    expect(open).not.toContain(done);
});

test('whoever is connected with somebody in it is never assigned, not even by a manager with a reason', async () => {
  const { noor } = service.colleagues;
  await theCase.by('cora').askFacilitator({ staffId: noor.id, duty: 'coFacilitator' });
  await theCase.by('noor').declareConflict({ staffId: noor.id, connected: true });
  expect(await theCase.seenBy('noor')).toBeNull();
  const assignment = { staffId: noor.id, duty: 'coFacilitator' } as const;
  const forced = { ...assignment, override: { reason: 'There is nobody else' } };
  for (const event of [assignment, forced])
    expect((await theCase.by('mona').tries.assignFacilitator(event)).blockers).toContain(`declaration ${noor.id}`);
  expect(await service.faults()).toEqual([]);
});
