// Story: a case face to face, driven from referral to closing through pages alone: each form is reached by a link, filled in and sent.
import { arrangementsFor, consentPurposes, riskFactors, type Id, type Purpose } from '#libs/case';
import { startServiceWithPages, type ServiceWithPages } from '../harness/web/service-with-pages.js';
import { CaseAtDesks, dayIn } from '../scenario/case-at-desks.js';

let pages: ServiceWithPages;
let theCase: CaseAtDesks;
let harmed: Id;
let responsible: Id;
beforeAll(async () => {
  pages = await startServiceWithPages();
  const referred = await pages.service.refers('police', 'CR/70237/26');
  theCase = new CaseAtDesks(pages, referred.id);
  [harmed, responsible] = [(await referred.the('harmed')).id, (await referred.the('responsible')).id];
}, 120_000);
afterAll(() => pages.ends());

const days = (count: number): string =>
  new Date(Date.parse(pages.service.clock.now()) + count * 86_400_000).toISOString();
/** Grace reads somebody the text of a question, and writes down that they say yes. */
const agrees = (who: Id, purpose: Purpose, form: string) =>
  theCase.does('grace', `give-consent/${who}.${purpose}`, { items: consentPurposes[purpose].explained, form }, who);

test('a new referral is on Today, and Grace is asked, declares and takes it', async () => {
  const staffId = pages.service.colleagues.grace.id;
  const cora = theCase.desk('cora');
  await cora.today();
  expect(cora.links).toContain(`/cases/${theCase.id}`);
  // Whoever assigns sees who is able, and what stands in the way of each who is not: Noor is no Advanced practitioner (R41).
  await theCase.goesTo('cora', 'ask-facilitator/supervisor');
  expect(cora.text).toMatch(/ sol Could take it\..* noor Could not take it now: \w+/);
  await theCase.does('cora', 'ask-facilitator/lead', { staffId });
  const grace = theCase.desk('grace');
  await grace.today();
  await grace.follow(new RegExp(`^/cases/${theCase.id}/asked$`));
  await grace.declares('no');
  await theCase.does('cora', 'assign-facilitator/lead', { staffId });
  await theCase.does('cora', 'pass-checkpoint', { checkpoint: 'referral' });
});

test('each is contacted by themselves, says what they need, and is assessed', async () => {
  for (const who of [harmed, responsible]) {
    await theCase.does('grace', 'record-safe-contact', { channels: ['phone', 'inPerson'] }, who);
    await theCase.does('grace', 'attempt-contact', { channel: 'phone', aim: 'substance', outcome: 'reached' }, who);
    await theCase.does('grace', 'record-needs', {}, who);
    await agrees(who, 'contact', 'oral');
    await theCase.does('grace', 'assess-risk', { level: 'low', factors: Object.keys(riskFactors) }, who);
  }
  await theCase.does('cora', 'confirm-identity', {}, responsible);
  await theCase.does('grace', 'record-acknowledgement', { how: 'She said so on the telephone' }, responsible);
  for (const about of [harmed, responsible])
    await theCase.does('sade', 'pass-checkpoint', { checkpoint: 'firstMeeting', about });
  await theCase.does('grace', 'decide-suitability', { suitable: 'yes', reason: 'Both want it, and it is safe' });
});

test('each agrees to be prepared, a meeting is chosen, and both are ready', async () => {
  for (const who of [harmed, responsible]) await agrees(who, 'prepare', 'oral');
  await theCase.does('grace', 'begin-preparation');
  await theCase.does('grace', 'choose-process-type', { processType: 'faceToFace', reason: 'They asked for it' });
  await theCase.does('sade', 'pass-checkpoint', { checkpoint: 'processChoice' });
  for (const who of [harmed, responsible]) {
    await theCase.does('grace', 'hold-preparation', { channel: 'inPerson' }, who);
    await agrees(who, 'takePart', 'written');
    await theCase.does('grace', 'state-readiness', { ready: 'yes' }, who);
  }
});

test('the meeting is arranged and booked, and on its day begun, ended and agreed about', async () => {
  const asBothAsked = Object.fromEntries(arrangementsFor('faceToFace').map((name) => [name, 'As both of them asked']));
  await theCase.does('grace', 'settle-arrangements', asBothAsked);
  await theCase.does('grace', 'complete-preparation');
  const day = days(3).slice(0, 10);
  const attendees = [harmed, responsible];
  await theCase.does('grace', 'book-conference', { ...dayIn('startsAt', day, '10:00'), attendees });
  await theCase.does('sade', 'pass-checkpoint', { checkpoint: 'beforeMeeting' });
  pages.service.clock.comes(`${day}T08:00:00.000Z`);
  await theCase.does('sade', 'pass-checkpoint', { checkpoint: 'dayOf' });
  pages.service.clock.comes(`${day}T10:00:00.000Z`);
  await pages.service.workerLooks();
  const grace = theCase.desk('grace');
  await grace.today();
  await grace.follow(new RegExp(`^/cases/${theCase.id}/day$`));
  expect(grace.text).toContain('Today’s meeting, 10:00');
  await grace.onTheDay('begin', { here: attendees, still: attendees });
  expect([grace.steps, grace.text.includes('The meeting is under way')]).toEqual([3, true]);
  await grace.onTheDay('pause', { byRole: 'harmed', reason: 'distress', safetyStep: 'Each in a room of their own' });
  expect(grace.text).toMatch(/The meeting is paused.*Begun 10:00\. Paused 10:00: distress/);
  // Nobody goes on before each was asked alone: the page says so as the API does, and what was answered is still there.
  await grace.onTheDay('goOn', { [`willing.${harmed}`]: 'yes' });
  expect(grace.why()).toMatch(/answers 422.*Megan Jenkins: This person has not been asked alone/);
  await grace.onTheDay('goOn', { [`willing.${responsible}`]: 'yes' });
  expect(grace.text).toContain('The meeting is under way');
  await grace.onTheDay('end', { how: 'asPlanned', aftercare: 'Each was seen to the door' });
  expect(grace.text).toContain('The meeting is over');
  await theCase.does('grace', 'decide-agreement', { outcome: 'noneWanted' });
  await theCase.does('sade', 'pass-checkpoint', { checkpoint: 'afterProcess' });
});

test('everybody is called when they are due, and the case closes after at most 60 forms', async () => {
  const over = pages.service.clock.now();
  // After 3 days, 2 weeks, 6 weeks and 6 months: the form knows which is due.
  for (const after of [4, 15, 43, 183]) {
    pages.service.clock.comes(new Date(Date.parse(over) + after * 86_400_000).toISOString());
    for (const who of [harmed, responsible])
      await theCase.does('grace', 'record-follow-up', { outcome: 'reached' }, who);
  }
  await theCase.does('grace', 'end-process', { reason: 'delivered', side: 'withheld' });
  await theCase.does('grace', 'close-case', { reason: 'delivered', side: 'withheld' });
  process.stdout.write(`A case face to face, from referral to closed, through pages: ${theCase.forms} forms\n`);
  expect(theCase.forms).toBeLessThanOrEqual(60);
});
