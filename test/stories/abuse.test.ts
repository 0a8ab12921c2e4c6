// Story: abuse. A direct process stops at the gate of the safeguarding lead; what the person harmed needs can still be done (R4, R36).
import { agreeToPrepare, findSuitable } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
beforeAll(async () => void (service = await startRunningService()), 120_000);
afterAll(() => service.ends());

describe('a woman asks for a meeting with the man who abused her', () => {
  let theCase: StoryCase;
  let mei: Someone;
  let zofia: Someone;

  test('the row says domestic abuse: first contact needs a full team and the word of a supervisor', async () => {
    theCase = await service.refers('police', 'CR/64333/26');
    [mei, zofia] = [await theCase.the('harmed'), await theCase.the('responsible')];
    expect((await theCase.now()).tasks).toContainEqual(
      expect.objectContaining({ task: 'abuseReferral', for: 'safeguardingLead' }),
    );
    await theCase.isTakenBy('grace');
    await theCase.by('cora').passCheckpoint({ checkpoint: 'referral' });
    expect(await theCase.before('attemptContact', mei.id)).toEqual([
      'facilitatorFit two-facilitators',
      'facilitatorFit supervisor',
      'checkpoint sensitiveFirstContact|-',
      'wordsUnread case',
      `safeContact ${mei.id}`,
    ]);
    await theCase.isTakenBy('noor', 'coFacilitator');
    await theCase.isTakenBy('sol', 'supervisor');
    await theCase.by('sol').passCheckpoint({ checkpoint: 'sensitiveFirstContact' });
  });

  test('they prepare, and everything but the gate is open', async () => {
    await findSuitable(theCase, service);
    await agreeToPrepare(theCase, service);
    await theCase.by('grace').chooseProcessType({ processType: 'faceToFace', reason: 'Mei asked for it' });
    await theCase.clearTheWay('completePreparation', { but: ['checkpoint'] });
    await theCase.by('sol').passCheckpoint({ checkpoint: 'processChoice' });
    expect(await theCase.refuses('grace', 'completePreparation', undefined)).toEqual(['checkpoint abuseGate|-']);
  });

  test('nobody but Sade opens the gate, and not without what she must have found', async () => {
    for (const colleague of ['grace', 'sol', 'mona'] as const)
      expect(await theCase.by(colleague).tries.passCheckpoint({ checkpoint: 'abuseGate' })).toMatchObject({
        ended: 'Refused',
        why: 'notPermitted',
      });
    const findings = ['agencyEnquiries', 'childrensNeeds'];
    const incomplete = await theCase.by('sade').tries.passCheckpoint({ checkpoint: 'abuseGate', findings });
    expect(incomplete.blockers).toEqual(['unsound findings:noOngoingRisk']);
  });

  test('Sade refuses: there is no meeting, and neither of the two sees why', async () => {
    const before = [await theCase.partOf(mei), await theCase.partOf(zofia)];
    await theCase
      .by('sade')
      .refuseCheckpoint({ checkpoint: 'abuseGate', reason: 'The enquiries found a risk that goes on' });
    expect(await theCase.refuses('grace', 'completePreparation', undefined)).toEqual(['refused abuseGate|-']);
    expect((await theCase.seenBy('grace'))?.tasks).toContainEqual(
      expect.objectContaining({ task: 'checkpointRefused', assignee: { name: 'grace' } }),
    );
    expect([await theCase.partOf(mei), await theCase.partOf(zofia)]).toEqual(before);
    const booked = await theCase
      .by('grace')
      .tries.bookConference({ startsAt: '2026-12-01T10:00:00.000Z', attendees: [mei.id, zofia.id] });
    expect(booked).toMatchObject({ ended: 'Refused', why: 'notNow' });
  });

  test('work with Mei alone is delivered instead, in a process of her own of which the other side learns nothing', async () => {
    const before = await theCase.partOf(zofia);
    const processId = await theCase.by('grace').openProcess({ members: [{ participantId: mei.id, part: 'harmed' }] });
    const reason = 'Mei has questions that agencies can answer';
    await theCase.by('grace').chooseProcessType({ processId, processType: 'harmedOnly', reason });
    await findSuitable(theCase, service, processId);
    expect(await theCase.before('completeHarmedOnly', null, processId)).toContain(
      `consent ${mei.id}|takePart|${processId}|harmedOnly`,
    );
    // she was asked in person: until she has answered, the process is not there for her to speak of
    await theCase.by('grace').giveConsent(theCase.aYes(mei, 'takePart', 'harmedOnly', { processId }));
    await theCase.clearTheWay('completeHarmedOnly', { processId });
    const needsMet = 'Her letter, never to be sent, is written; her questions are answered';
    await theCase.by('grace').completeHarmedOnly({ processId, needsMet });
    expect(await theCase.stage(processId)).toBe('followUp');
    expect(await theCase.partOf(zofia)).toEqual(before);
    await theCase.by('mona').closeCase({ reason: 'delivered', side: 'withheld' });
    expect(await theCase.stage()).toBe('closed');
  });
});

describe('a man convicted of stalking asks for contact with the woman he stalked', () => {
  let theCase: StoryCase;
  let hannah: Someone;
  let ravi: Someone;

  test('the referral goes to Sade, and there is nothing to do that would reach Hannah', async () => {
    theCase = await service.refers('police', 'CR/25923/26');
    [hannah, ravi] = [await theCase.the('harmed'), await theCase.the('responsible')];
    expect((await theCase.now()).tasks).toContainEqual(
      expect.objectContaining({ task: 'abuseReferral', for: 'safeguardingLead' }),
    );
    expect((await theCase.now()).tasks.filter(({ about }) => about === hannah.id)).toEqual([]);
  });

  test('with a full team and every sign-off, Hannah is still not to be contacted', async () => {
    await theCase.clearTheWay('attemptContact', { about: hannah.id, but: ['abuseInitiated'] });
    const call = { participantId: hannah.id, channel: 'phone', outcome: 'reached', aim: 'substance' } as const;
    expect(await theCase.refuses('grace', 'attemptContact', call, hannah.id)).toEqual([`abuseInitiated ${hannah.id}`]);
    expect(await theCase.partOf(hannah)).toBeNull();
  });

  test('a letter that is never sent can be written, and cannot be passed on', async () => {
    const letter = await theCase.by('grace').draftCommunication({
      from: ravi.id,
      to: hannah.id,
      kind: 'letter',
      text: 'What I would say if I were allowed to',
    });
    await theCase
      .by('grace')
      .holdCommunication({ communicationId: letter, reason: 'It is for him to have written, not for her to read' });
    expect(
      await theCase.by('grace').tries.passCommunication({ communicationId: letter, how: 'handedOver' }),
    ).toMatchObject({
      ended: 'Refused',
      why: 'notNow',
    });
    expect(await theCase.partOf(hannah)).toBeNull();
  });

  test('only when Hannah asks for it herself may anybody speak with her', async () => {
    const asked = {
      participantId: hannah.id,
      source: 'Her advocate',
      reason: 'She rang, and her advocate was with her',
    };
    expect(await theCase.by('grace').tries.recordInitiative(asked)).toMatchObject({ why: 'notPermitted' });
    const bare = await theCase.by('sade').tries.recordInitiative({ participantId: hannah.id });
    expect(bare.blockers).toEqual(['unsound source', 'unsound reason']);
    await theCase.by('sade').recordInitiative(asked);
    expect(await theCase.before('attemptContact', hannah.id)).toEqual([]);
    expect(await service.faults()).toEqual([]);
  });
});
