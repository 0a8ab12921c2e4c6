// What shuts a process until people are prepared and everything is settled, one change at a time (R47, R48, R51 to R53).
import { ToldCase } from '../../../../test/harness/case/told-case.js';
import { decide } from '../decide.js';
import type { CaseEvent } from '../facts.js';
import { consentPurposes } from '../vocabulary/consent.js';
import { processTypes, type ProcessType } from '../vocabulary/process-types.js';

const both = ['h1', 'r1'];
const begun = (): ToldCase =>
  new ToldCase().join('h1', 'harmed').join('r1', 'responsible').findSuitable(both).beginPreparation(both);
const chosen = (processType: ProcessType) => ({ processId: 'p1', processType, reason: 'why' });

test('R51: whoever said they are not ready is waited for, and so is whoever was not prepared by themselves', () => {
  const c = begun()
    .makeReady('faceToFace', both)
    .tell('readiness.stated', { processId: 'p1', participantId: 'h1', ready: false });
  expect(c.door('preparation.completed')).toEqual(['readiness h1']);
  const d = begun().tell('process.typeChosen', chosen('faceToFace'));
  expect(d.door('preparation.completed')).toEqual(
    expect.arrayContaining(['preparation h1', 'preparation r1', 'readiness h1', 'readiness r1']),
  );
});

test('R51, R100: whoever was prepared and then agrees to take part has said that they are ready; a later no is waited for', () => {
  const c = begun().tell('process.typeChosen', chosen('faceToFace'));
  const held = { processId: 'p1', participantId: 'h1', channel: 'phone' } as const;
  const lacks = () => c.door('preparation.completed')?.filter((b) => /^(readiness|preparation) h1$/.test(b));
  const ready = (is: boolean) => c.tell('readiness.stated', { processId: 'p1', participantId: 'h1', ready: is });
  // a yes of before they were prepared says nothing of how prepared they are
  c.consent('h1', 'takePart', { processId: 'p1', about: 'faceToFace' }).tell('preparation.held', held);
  expect(lacks()).toEqual(['readiness h1']);
  c.consent('h1', 'takePart', { processId: 'p1', about: 'faceToFace' });
  expect(lacks()).toEqual([]);
  ready(false);
  expect(lacks()).toEqual(['readiness h1']);
  // on the day they say again that they want to
  c.tell('consent.reconfirmed', { participantId: 'h1', purpose: 'takePart', processId: 'p1', about: 'faceToFace' });
  expect(lacks()).toEqual([]);
});

test('R51: a supporter who would come is prepared, assessed, ready, consents, and is accepted by both sides', () => {
  const c = begun()
    .add('s1', 'supporter', { supports: 'h1' })
    .makeReady('faceToFace', both)
    .tell('preparation.completed', { processId: 'p1' });
  const book = { processId: 'p1', bookingId: 'b', startsAt: '2026-01-12T10:00:00.000Z', attendees: [...both, 's1'] };
  expect(c.whyNot('conference.booked', book).toSorted()).toEqual(
    [
      'assessment s1',
      'consent h1|attendance|p1|s1',
      'consent r1|attendance|p1|s1',
      'consent s1|contact|-|-',
      'consent s1|prepare|p1|-',
      'consent s1|takePart|p1|faceToFace',
      'preparation s1',
      'readiness s1',
    ].toSorted(),
  );
  // R83: they are not essential, and the two can meet without
  expect(c.whyNot('conference.booked', { ...book, attendees: both })).toEqual([]);
});

test('R47, R83: a conference with supporters needs one, who is found during preparation; until then the door says so', () => {
  const c = begun();
  expect(c.door('preparation.completed')).toContain('processType p1');
  c.tell('process.typeChosen', chosen('faceToFaceWithSupporters'));
  expect([c.place(), c.door('preparation.completed')]).toEqual([
    'preparation',
    expect.arrayContaining(['seat supporter']),
  ]);
  c.join('s1', 'supporter', { supports: 'h1', processId: 'p1' });
  expect(c.place()).toBe('preparation');
  expect(c.door('preparation.completed')).toContain('consent s1|prepare|p1|-');
});

test('R21, R83: a side on which nobody agreed to be prepared sends preparation back to their answers', () => {
  const c = begun().tell('process.typeChosen', chosen('communityPanel'));
  c.tell('consent.withdrawn', { participantId: 'h1', purpose: 'prepare', processId: 'p1' });
  // a panel meets without the person harmed
  expect(c.place()).toBe('preparation');
  c.tell('process.typeChosen', chosen('faceToFace'));
  expect(c.place()).toBe('consent');
});

test('a later step that is asked for too early is refused with the step that comes first, and what stands before that', () => {
  const c = begun().tell('consent.withdrawn', { participantId: 'h1', purpose: 'prepare', processId: 'p1' });
  const refused = (type: 'preparation.completed' | 'exchange.ended' | 'preparation.begun') => {
    const event = { type, processId: 'p1', at: c.now(), by: 'lead', how: 'asPlanned' } as CaseEvent;
    const decision = decide(c.stored, event, c.settings, c.journal);
    return decision.ok ? null : [decision.why, ...decision.blockers.map(({ rule, about }) => `${rule} ${about}`)];
  };
  const first = ['not-now', 'step preparation', 'consentEnded h1|prepare|p1|-'];
  expect([refused('preparation.completed'), refused('exchange.ended')]).toEqual([first, first]);
  expect(refused('preparation.begun')).toEqual(['blocked', 'consentEnded h1|prepare|p1|-']);
});

test('R47: work with the person harmed alone is no conference: the person responsible is not asked, and the door is another', () => {
  const c = new ToldCase().join('h1', 'harmed').tell('process.typeChosen', chosen('harmedOnly'));
  c.findSuitable(['h1']).beginPreparation(['h1']).makeReady('harmedOnly', ['h1']);
  expect(c.door('preparation.completed')).toEqual(['processType harmedOnly']);
  c.tell('harmedOnly.completed', { processId: 'p1', needsMet: 't' });
  expect(c.place()).toBe('followUp');
  expect(c.whyNot('process.ended', { processId: 'p1', reason: 'delivered', side: 'withheld' })).toEqual([]);
});

/** practice.md section 5 and R52, R53, counted by hand. */
const inPerson = [
  'venue',
  'arrivalAndExit',
  'separateRooms',
  'seating',
  'orderOfSpeaking',
  'timeOut',
  'stopPlan',
  'aftercare',
];
const needed: Partial<Record<ProcessType, string[]>> = {
  faceToFaceWithSupporters: inPerson,
  faceToFace: [...inPerson, 'whyNoSupporters'],
  video: ['orderOfSpeaking', 'timeOut', 'stopPlan', 'aftercare', 'onlinePrivacy', 'dropOutPlan', 'recordingOff'],
  circle: [...inPerson, 'circleKeepers'],
  familyGroup: [...inPerson, 'planCoordinator'],
  communityPanel: [...inPerson, 'whoSpeaksFor'],
  representative: [...inPerson, 'whoSpeaksFor'],
};
test('every kind of meeting is counted here', () => {
  const meetings = (Object.keys(processTypes) as ProcessType[]).filter((t) => processTypes[t].exchange === 'meeting');
  expect(Object.keys(needed).toSorted()).toEqual(meetings.toSorted());
});
test.each(['faceToFace', 'video'] as const)(
  'R52, R53: before a %s is booked everything it needs is settled',
  (type) => {
    const c = begun().tell('process.typeChosen', chosen(type));
    for (const participantId of both) {
      c.tell('preparation.held', { processId: 'p1', participantId, channel: 'phone' });
      c.tell('readiness.stated', { processId: 'p1', participantId, ready: true }).consent(participantId, 'takePart', {
        processId: 'p1',
        about: type,
      });
    }
    c.sign('processChoice').tell('preparation.completed', { processId: 'p1' });
    expect(c.door('conference.booked')?.toSorted()).toEqual(
      (needed[type] ?? []).map((a) => `arrangement ${a}`).toSorted(),
    );
  },
);

test('R47, R48, R87: another kind of process is arranged and signed off afresh, and people are asked again whether they are ready', () => {
  const c = begun()
    .makeReady('faceToFace', both)
    .tell('preparation.completed', { processId: 'p1' })
    .tell('process.typeChosen', chosen('video'));
  const { preparation } = c.process();
  expect([preparation.arrangements, preparation.ready]).toEqual([{}, {}]);
  expect(c.place()).toBe('consent');
  // what was signed of a person is not about the kind; the choice of the kind is
  expect(c.door('preparation.begun')).toEqual([]);
  const lapsed = c.tell('preparation.begun', { processId: 'p1' }).door('preparation.completed');
  expect(lapsed?.filter((b) => b.includes('|-') && !b.startsWith('consent'))).toEqual(['lapsed processChoice|-']);
});

test('R87: the first choice of a kind lapses nothing that was signed of a person before', () => {
  const c = begun().tell('capacity.doubted', { participantId: 'h1' });
  c.tell('capacity.assessed', { participantId: 'h1', finding: 'has' }).sign('capacity', 'p1', 'h1', 'safeguarding');
  c.makeReady('faceToFace', both);
  expect(c.door('preparation.completed')).toEqual([]);
});

test('R22: a process that becomes work with the person harmed alone keeps the last kind that was both sides’ to know', () => {
  const c = begun();
  expect(c.process().sharedType).toBeNull();
  c.tell('process.typeChosen', chosen('letter')).tell('process.typeChosen', chosen('harmedOnly'));
  expect([c.process().type?.type, c.process().sharedType]).toEqual(['harmedOnly', 'letter']);
});

test('R51: acceptance of who attends is asked before a meeting is scheduled, and not before it is arranged', () => {
  const c = begun()
    .join('o1', 'observer', { processId: 'p1' })
    .makeReady('faceToFace', [...both]);
  c.consent('o1', 'takePart', { processId: 'p1', about: 'faceToFace' });
  expect(c.door('preparation.completed')).toEqual([]);
  c.tell('preparation.completed', { processId: 'p1' });
  const all = [...both, 'o1'];
  const book = { processId: 'p1', bookingId: 'b', startsAt: '2026-02-20T10:00:00.000Z', attendees: all };
  const asked = both.map((id) => `consent ${id}|attendance|p1|o1`);
  expect(c.whyNot('conference.booked', book)).toEqual(asked);
  expect(consentPurposes.attendance.before).toEqual(['book', 'begin']);
});
