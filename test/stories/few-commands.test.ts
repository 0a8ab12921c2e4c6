// Story: how many commands a whole case needs, whoever sends them, when each holds what one person knows at one moment (R100).
import { createHash } from 'node:crypto';
import { arrangementsFor, riskFactors, type Id, type ProcessType, type RiskFactor } from '#libs/case';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import type { Told } from '../scenario/voices.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
// each lasts for half a year, in a service of its own
beforeEach(async () => void (service = await startRunningService()), 120_000);
afterEach(() => service.ends());

/** Every command that changed a case has one kept answer; what passes by itself is the worker's. */
async function commandsOf({ id }: StoryCase): Promise<number> {
  const [row] = await service.sql<{ count: number }>(
    `select count(*)::int from answer where case_id = $1 and actor_id <> 'clock'`,
    id,
  );
  return row?.count ?? 0;
}
const days = (from: string, count: number): string => new Date(Date.parse(from) + count * 86_400_000).toISOString();
const factors = Object.keys(riskFactors) as RiskFactor[];

interface Begun {
  theCase: StoryCase;
  harmed: Someone;
  responsible: Someone;
}
/** From the row of a police file to preparation: Grace leads, Noor works beside her, and Sade signs. */
async function prepares(reference: string, processType: ProcessType): Promise<Begun> {
  const theCase = await service.refers('police', reference);
  const [harmed, responsible] = [await theCase.the('harmed'), await theCase.the('responsible')];
  const { grace, noor } = service.colleagues;
  await theCase
    .by('cora')
    .together(
      ['passCheckpoint', { checkpoint: 'referral' }],
      ['confirmIdentity', { participantId: responsible.id }],
      ['askFacilitator', { staffId: grace.id, duty: 'lead' }],
      ['askFacilitator', { staffId: noor.id, duty: 'coFacilitator' }],
    );
  await theCase.by('grace').declareConflict({ staffId: grace.id, connected: false });
  await theCase.by('noor').declareConflict({ staffId: noor.id, connected: false });
  await theCase
    .by('cora')
    .together(
      ['assignFacilitator', { staffId: grace.id, duty: 'lead' }],
      ['assignFacilitator', { staffId: noor.id, duty: 'coFacilitator' }],
    );
  // the officer told her on the telephone how each of them is reached safely
  await theCase
    .by('grace')
    .together(
      ['confirmWordsRead', {}],
      ...[harmed, responsible].map((who): Told => [
        'recordSafeContact',
        { participantId: who.id, channels: ['phone', 'inPerson'] },
      ]),
    );
  for (const who of [harmed, responsible]) {
    const participantId = who.id;
    await theCase
      .by('grace')
      .together(
        ['attemptContact', { participantId, channel: 'phone', outcome: 'reached', aim: 'substance' }],
        ['makeOffer', { participantId, answer: 'yes', language: 'en' }],
        ['recordNeeds', { participantId, language: 'en', needs: [] }],
        ['giveConsent', theCase.aYes(who, 'contact', undefined, { form: 'oral' })],
        ['giveConsent', theCase.aYes(who, 'prepare', undefined, { form: 'oral' })],
        ...(who === responsible
          ? ([['recordAcknowledgement', { participantId, how: 'She said so on the telephone' }]] as const)
          : []),
        ['assessRisk', { participantId, level: 'low', factors }],
      );
  }
  await theCase
    .by('sade')
    .together(
      ...[harmed, responsible].map((who): Told => ['passCheckpoint', { checkpoint: 'firstMeeting', about: who.id }]),
    );
  await theCase
    .by('grace')
    .together(
      ['decideSuitability', { suitable: true, reason: 'Both want it, and it is safe' }],
      ['beginPreparation'],
      ['chooseProcessType', { processType, reason: 'It is what they asked for' }],
    );
  await theCase.by('sade').passCheckpoint({ checkpoint: 'processChoice' });
  expect(await theCase.stage()).toBe('preparation');
  return { theCase, harmed, responsible };
}

/** Everybody is called on each of the four days, and the case closes. */
async function followsUpAndCloses({ theCase, harmed, responsible }: Begun): Promise<void> {
  await theCase.by('sade').passCheckpoint({ checkpoint: 'afterProcess' });
  const over = service.clock.now();
  for (const [point, after] of [
    ['days3', 4],
    ['weeks2', 15],
    ['weeks6', 43],
    ['months6', 183],
  ] as const) {
    service.clock.comes(days(over, after));
    for (const { id } of [harmed, responsible])
      await theCase.by('grace').recordFollowUp({ participantId: id, point, outcome: 'reached' });
  }
  await theCase
    .by('grace')
    .together(
      ['endProcess', { reason: 'delivered', side: 'withheld' }],
      ['closeCase', { reason: 'delivered', side: 'withheld' }],
    );
  expect(await theCase.stage()).toBe('closed');
}

test('R100: a meeting face to face, from referral to closed, needs at most 60 commands', async () => {
  const begun = await prepares('CR/70237/26', 'faceToFace');
  const { theCase, harmed, responsible } = begun;
  for (const who of [harmed, responsible])
    await theCase
      .by('grace')
      .together(
        ['holdPreparation', { participantId: who.id, channel: 'inPerson' }],
        ['giveConsent', theCase.aYes(who, 'takePart', 'faceToFace', { form: 'written' })],
        ['giveConsent', theCase.aYes(who, 'coWorking', undefined, { form: 'written' })],
      );
  const startsAt = `${days(service.clock.now(), 3).slice(0, 10)}T10:00:00.000Z`;
  const attendees = [harmed.id, responsible.id];
  await theCase
    .by('grace')
    .together(
      ...arrangementsFor('faceToFace').map((arrangement): Told => [
        'settleArrangement',
        { arrangement, text: 'As both of them asked' },
      ]),
      ['agreeCoWorking', { text: 'Grace speaks, Noor watches' }],
      ['completePreparation'],
      ['bookConference', { startsAt, attendees }],
    );
  await theCase.by('sade').passCheckpoint({ checkpoint: 'beforeMeeting' });
  service.clock.comes(`${startsAt.slice(0, 10)}T08:00:00.000Z`);
  for (const who of [harmed, responsible])
    await who.reconfirmConsent({ participantId: who.id, purpose: 'takePart', about: 'faceToFace' });
  await theCase.by('noor').passCheckpoint({ checkpoint: 'dayOf' });
  service.clock.comes(startsAt);
  await theCase.by('grace').beginConference({ attended: attendees });
  await theCase
    .by('grace')
    .together(
      ['endConference', { how: 'asPlanned', aftercare: 'Each was seen to the door' }],
      ['decideAgreement', { outcome: 'noneWanted' }],
    );
  await followsUpAndCloses(begun);
  const count = await commandsOf(theCase);
  process.stdout.write(`A case face to face, from referral to closed: ${count} commands\n`);
  expect(count).toBeLessThanOrEqual(60);
});

test('R100: a letter, from referral to closed, needs at most 30 commands', async () => {
  const begun = await prepares('CR/27198/26', 'letter');
  const { theCase, harmed, responsible } = begun;
  const words = 'I am sorry. I took your bicycle, and you needed it.';
  const communicationId: Id = 'a1b2c3d4-0000-4000-8000-000000000001';
  const sha256 = createHash('sha256').update(words).digest('hex');
  // Grace writes it down with the one, and asks the other whether they want to have it
  await theCase
    .by('grace')
    .together(
      ['holdPreparation', { participantId: responsible.id, channel: 'inPerson' }],
      ['giveConsent', theCase.aYes(responsible, 'takePart', 'letter', { form: 'written' })],
      ['draftCommunication', { communicationId, from: responsible.id, to: harmed.id, kind: 'letter', text: words }],
      ['agreeCommunication', { communicationId, participantId: responsible.id, sha256 }],
      ['screenCommunication', { communicationId, sha256 }],
    );
  await theCase
    .by('grace')
    .together(
      ['holdPreparation', { participantId: harmed.id, channel: 'inPerson' }],
      ['giveConsent', theCase.aYes(harmed, 'takePart', 'letter', { form: 'written' })],
      ['giveConsent', theCase.aYes(harmed, 'receive', 'letter', { form: 'written' })],
      ['giveConsent', theCase.aYes(harmed, 'receiptKnown', 'letter', { form: 'written' })],
    );
  await theCase
    .by('grace')
    .together(
      ['settleArrangement', { arrangement: 'aftercare', text: 'Grace is there while it is read' }],
      ['completePreparation'],
    );
  await theCase
    .by('sade')
    .together(
      ['secondCheckCommunication', { communicationId, sha256 }],
      ['passCheckpoint', { checkpoint: 'beforePassing', about: communicationId }],
    );
  await theCase
    .by('grace')
    .together(
      ['passCommunication', { communicationId, how: 'handedOver' }],
      ['noteReceipt', { communicationId, participantId: harmed.id, receipt: 'read' }],
    );
  await theCase.by('grace').together(['tellReceipt', { communicationId }], ['endExchange', { how: 'asPlanned' }]);
  await followsUpAndCloses(begun);
  const count = await commandsOf(theCase);
  process.stdout.write(`A case of one letter, from referral to closed: ${count} commands\n`);
  expect(count).toBeLessThanOrEqual(30);
});
