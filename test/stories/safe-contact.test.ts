// Story: how somebody may be reached. Harriet says when, how and by what words; a wrong person answers; only Sade opens the line again (R11 to R13, R16).
import { aCase, agreeToPrepare, findSuitable } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let ross: Someone;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

const OWN = `{ myCases { id safeContact { channels voicemail words alias mustNotKnow times { day opens closes } }
  needs { language needs } preference { wish answer } released { kind words name } } }`;
interface Own {
  id: string;
  safeContact: Record<string, unknown> | null;
  needs: Record<string, unknown> | null;
  preference: Record<string, unknown> | null;
  released: Record<string, unknown>[];
}
const partOf = async ({ personId }: Someone): Promise<Own | undefined> =>
  (await service.ask<{ myCases: Own[] }>(personId, OWN)).myCases.find(({ id }) => id === theCase.id);
const tasks = async () => (await theCase.now()).tasks.map(({ task, for: whose }) => `${task} for ${whose}`);
const call = (outcome: 'reached' | 'wrongPerson' | 'messageLeft') =>
  ({ participantId: harriet.id, channel: 'phone', outcome, aim: 'substance' }) as const;

test('Harriet says how she can be reached, and reads it as she said it', async () => {
  theCase = await aCase(service).begins();
  [harriet, ross] = [await theCase.the('harmed'), await theCase.the('responsible')];
  await theCase.clearTheWay('attemptContact', { about: harriet.id });
  const said = {
    channels: ['phone', 'email'],
    times: [{ day: 'tuesday', opens: '18:00', closes: '20:00' }],
    voicemail: 'neutral',
    words: 'Say that it is about the library book',
    alias: 'Hattie',
    mustNotKnow: 'Her brother, who shares the telephone',
  } as const;
  await theCase.by('grace').recordSafeContact({ participantId: harriet.id, ...said });
  await theCase.by('grace').attemptContact(call('reached'));
  expect((await partOf(harriet))?.safeContact).toEqual({ ...said, channels: ['phone', 'email'] });
});

test('no word of it reaches Ross, or a facilitator who does not work on the case', async () => {
  const all = `{ me { id } caseload { edges { node { id } } } myCases { id safeContact { words alias mustNotKnow } } }`;
  for (const subject of [await service.letsIn(ross.personId), 'ivo'])
    expect(JSON.stringify(await service.ask(subject, all))).not.toMatch(/library|Hattie|brother/);
});

test('a time that ends before it begins is refused with the field it is about, and nothing is lost', async () => {
  const wrong = {
    participantId: harriet.id,
    channels: ['phone'],
    times: [{ day: 'monday', opens: '20:00', closes: '18:00' }],
  };
  expect(await theCase.by('grace').tries.recordSafeContact(wrong as never)).toMatchObject({
    ended: 'Refused',
    blockers: ['unsound times'],
  });
  expect((await partOf(harriet))?.safeContact).toMatchObject({ alias: 'Hattie' });
});

test('somebody else answers: the line is shut and Sade is told; asking anew does not open it, Grace cannot, Sade can', async () => {
  await theCase.by('grace').attemptContact(call('wrongPerson'));
  expect(await tasks()).toContain('unsafeContact for safeguardingLead');
  await theCase.by('grace').recordSafeContact({ participantId: harriet.id, channels: ['phone'] });
  expect(await theCase.before('attemptContact', harriet.id)).toEqual([`channelFrozen ${harriet.id}`]);
  expect(await theCase.by('grace').tries.attemptContact(call('reached'))).toMatchObject({
    blockers: ['channelFrozen phone', `channelFrozen ${harriet.id}`],
  });
  const clears = { participantId: harriet.id, channel: 'phone', reason: 'The number was one digit off' } as const;
  expect(await theCase.by('grace').tries.clearChannel(clears)).toMatchObject({ why: 'notPermitted' });
  await theCase.by('sade').clearChannel(clears);
  expect(await tasks()).not.toContain('unsafeContact for safeguardingLead');
  await theCase.by('grace').attemptContact(call('reached'));
});

test('a message left where none may be left shuts the line as well', async () => {
  await theCase
    .by('grace')
    .recordSafeContact({ participantId: harriet.id, channels: ['phone', 'post'], voicemail: 'nothing' });
  await theCase.by('grace').attemptContact(call('messageLeft'));
  expect(await tasks()).toContain('unsafeContact for safeguardingLead');
});

test('nobody prepares Harriet before she was asked what she needs, and she reads what she asked for', async () => {
  await findSuitable(theCase, service);
  await agreeToPrepare(theCase, service);
  expect(await theCase.before('holdPreparation', harriet.id)).toContain(`needs ${harriet.id}`);
  await harriet.recordNeeds({ participantId: harriet.id, language: 'cy', needs: ['largePrint', 'companion'] });
  expect(await theCase.before('holdPreparation', harriet.id)).not.toContain(`needs ${harriet.id}`);
  expect((await partOf(harriet))?.needs).toEqual({ language: 'cy', needs: ['largePrint', 'companion'] });
});

test('Harriet would rather have a woman beside her; Cora answers, and both words are there to be read', async () => {
  await harriet.statePreference({ participantId: harriet.id, wish: 'A woman, please' });
  await theCase.by('cora').answerPreference({ participantId: harriet.id, answer: 'Grace stays with you' });
  expect((await partOf(harriet))?.preference).toEqual({ wish: 'A woman, please', answer: 'Grace stays with you' });
  expect((await partOf(ross))?.preference).toBeNull();
});

test('the name of who would come with Ross is told to Harriet only with that person’s yes, and to nobody else', async () => {
  const sam = await theCase.joins('Samira', { role: 'supporter', supports: ross.id } as never);
  const tell = { participantId: sam.id, to: harriet.id };
  expect((await theCase.by('grace').tries.tellName(tell)).blockers).toEqual(
    expect.arrayContaining([`consent ${sam.id}|nameKnown|-|${harriet.id}`]),
  );
  expect((await partOf(harriet))?.released).toEqual([]);
  const comes = { participantId: harriet.id, purpose: 'attendance', about: sam.id } as const;
  expect(await harriet.tries.refuseConsent(comes)).toMatchObject({ blockers: ['unsound about'] });
  await theCase.clearTheWay('attemptContact', { about: sam.id });
  await theCase
    .by('grace')
    .attemptContact({ participantId: sam.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
  await theCase.by('grace').giveConsent(theCase.aYes(sam, 'nameKnown', harriet.id));
  await theCase.by('grace').tellName(tell);
  expect(await harriet.tries.refuseConsent(comes)).toMatchObject({ ended: 'Told' });
  expect((await partOf(harriet))?.released).toEqual([expect.objectContaining({ kind: 'name', name: 'Samira' })]);
  expect((await partOf(ross))?.released).toEqual([]);
});
