// Story: a boy of thirteen, referred by youth justice; his father is charged in the same matter (R6, R26).
import { aCase, attendees, book, findSuitable, makeReady } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let yusuf: Someone;
let niamh: Someone;
let father: Someone;
let aunt: Someone;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

test('the row says that Niamh should be invited, but not who decided it: nobody contacts her yet', async () => {
  theCase = await service.refers('youth-justice', 'YJ3608');
  yusuf = await theCase.the('responsible');
  niamh = await theCase.the('harmed');
  await theCase.isTakenBy('grace');
  expect(await theCase.before('attemptContact', niamh.id)).toContain(`invitation ${niamh.id}`);
  const silent = await theCase.by('cora').tries.decideInvitation({ participantId: niamh.id, invite: true });
  expect(silent).toMatchObject({ ended: 'Error', code: expect.stringMatching(/BAD_USER_INPUT|VALIDATION/) });
  const reason = 'The panel heard from the victim liaison officer';
  await theCase.by('cora').decideInvitation({ participantId: niamh.id, invite: true, reason });
  expect(await theCase.before('attemptContact', niamh.id)).not.toContain(`invitation ${niamh.id}`);
});

test('his father is charged too: he cannot be the adult at his side', async () => {
  await theCase.clearTheWay('attemptContact', { about: yusuf.id });
  await theCase
    .by('grace')
    .attemptContact({ participantId: yusuf.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
  expect((await theCase.partOf(yusuf))?.stage).toBe('inContact');
  father = await theCase.joins('Karim', { role: 'supporter', supports: yusuf.id, implicated: true });
  const named = await theCase
    .by('grace')
    .tries.nameAppropriateAdult({ participantId: yusuf.id, adultId: father.id, connection: 'none' });
  expect(named).toMatchObject({ ended: 'Refused', blockers: [`appropriateAdult ${father.id}`] });
  aunt = await theCase.joins('Samira', { role: 'supporter', supports: yusuf.id });
  await theCase.by('grace').nameAppropriateAdult({ participantId: yusuf.id, adultId: aunt.id, connection: 'none' });
});

test('a yes of his needs his own view, the position of his adult, and how competent he is', async () => {
  const yes = theCase.aYes(yusuf, 'contact');
  const missing = ['unsound childView', 'unsound adult', 'unsound competence'];
  expect((await yusuf.tries.giveConsent(yes)).blockers).toEqual(missing);
  const asked = { ...yes, childView: 'agrees', competence: 'assessedCompetent' } as const;
  const withFather = { ...asked, adult: { adultId: father.id, position: 'agrees' } } as const;
  expect((await yusuf.tries.giveConsent(withFather)).blockers).toEqual(['unsound adult']);
  const withAunt = { ...asked, adult: { adultId: aunt.id, position: 'agrees' } } as const;
  expect((await yusuf.tries.giveConsent({ ...withAunt, childView: 'disagrees' })).blockers).toEqual([
    'unsound childView',
  ]);
  await yusuf.giveConsent(withAunt);
  await theCase.by('cora').recordLeaving({ participantId: father.id, reason: 'other' });
});

test('nobody guesses how old Niamh is', async () => {
  await findSuitable(theCase, service);
  expect(await theCase.before('beginPreparation')).toContain(`age ${niamh.id}`);
  await theCase.by('grace').confirmAge({ participantId: niamh.id, age: 'adult' });
});

test('they prepare a youth conference, with somebody of the youth justice service in it', async () => {
  await theCase.clearTheWay('beginPreparation');
  await theCase.by('grace').beginPreparation();
  await theCase.by('grace').chooseProcessType({ processType: 'familyGroup', reason: 'Yusuf is thirteen' });
  expect(await theCase.before('completePreparation')).toContain('seat professional');
  await theCase.joins('PC 4180', { role: 'professional', processId: (await theCase.process()).id });
  await theCase.clearTheWay('completePreparation');
  await theCase.by('grace').completePreparation();
});

test('there is no meeting to which his aunt does not come', async () => {
  await theCase.clearTheWay('bookConference');
  const all = await attendees(theCase);
  expect(all).not.toContain(father.id);
  const without = all.filter((id) => id !== aunt.id);
  const startsAt = '2026-11-09T10:00:00.000Z';
  const alone = await theCase.by('grace').tries.bookConference({ startsAt, attendees: without });
  expect(alone.blockers).toEqual(['seat supporter,appropriateAdult', `companion ${yusuf.id}`]);
  await book(theCase, service);
  await makeReady(theCase, service);
  expect((await theCase.by('grace').tries.beginConference({ attended: without })).blockers).toEqual(
    expect.arrayContaining([`companion ${yusuf.id}`]),
  );
  await theCase.by('grace').beginConference({ attended: all });
  expect(await theCase.stage()).toBe('conference, underWay');
  expect(await service.faults()).toEqual([]);
});

test('somebody found to be sixteen after saying yes is asked again, with an adult', async () => {
  const other = await aCase(service).consented().begins();
  const ross = await other.the('responsible');
  await other.by('grace').confirmAge({ participantId: ross.id, age: 'sixteenOrSeventeen' });
  expect(await other.stage()).toBe('consent');
  expect(await other.before('beginPreparation')).toEqual(
    expect.arrayContaining([
      `consentLapsed ${ross.id}|prepare|${(await other.process()).id}|-`,
      `appropriateAdult ${ross.id}`,
    ]),
  );
});
