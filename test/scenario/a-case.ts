// Cases as the practice speaks of them: `aCase(service).consented().begins()`. Each is worked through, command by command, over the API.
import type { Id, ProcessType } from '#libs/case';
import type { Someone, StoryCase } from './story-case.js';
import type { RunningService } from '../harness/api/running-service.js';

/** `processId`: of which process; left out, of the only one that goes on. */
type Step = (theCase: StoryCase, service: RunningService, processId?: Id) => Promise<void>;

/** A case that Grace leads, as far as its last word says. */
export interface ACase {
  /** Another number of people harmed. */
  withHarmed(count: number): ACase;
  /** Found suitable: consent is being sought. */
  suitable(): ACase;
  /** Everybody agreed to be prepared: preparation has begun. */
  consented(): ACase;
  /** Everybody agreed to this kind of process and is prepared for it: a meeting is arranged, or something may pass between the sides. */
  prepared(process?: ProcessType): ACase;
  /** A meeting is booked, three days ahead at ten, for everybody who takes part. */
  booked(process?: ProcessType): ACase;
  /** It is the day, and nothing stands before the meeting any more. */
  readyToMeet(process?: ProcessType): ACase;
  /** The meeting goes on. */
  meeting(process?: ProcessType): ACase;
  /** Lives it. */
  begins(): Promise<StoryCase>;
}

const opened = { source: 'police', initiator: 'harmed', offences: [{ kind: 'burglary' }] };

export const aCase = (service: RunningService): ACase => lived(service, 1, []);

const lived = (service: RunningService, harmed: number, steps: readonly Step[]): ACase => {
  const then = (...more: Step[]): ACase => lived(service, harmed, [...steps, ...more]);
  const prepared = (process: ProcessType) => [findSuitable, agreeToPrepare, prepareFor(process)];
  return {
    withHarmed: (count) => lived(service, count, steps),
    suitable: () => then(findSuitable),
    consented: () => then(findSuitable, agreeToPrepare),
    prepared: (process = 'faceToFace') => then(...prepared(process)),
    booked: (process = 'faceToFace') => then(...prepared(process), book),
    readyToMeet: (process = 'faceToFace') => then(...prepared(process), book, makeReady),
    meeting: (process = 'faceToFace') => then(...prepared(process), book, makeReady, meet),
    begins: async () => {
      const theCase = await service.opens(opened);
      for (let n = 1; n <= harmed; n += 1) await theCase.joins(`Harmed ${n}`, { role: 'harmed' });
      await theCase.joins('Ross', { role: 'responsible' });
      await theCase.isTakenBy('grace');
      for (const step of steps) await step(theCase, service);
      return theCase;
    },
  };
};

/** What is said of one process, where it is named; else of the only one. */
const of = (processId: Id | undefined) => (processId === undefined ? {} : { processId });

export const findSuitable: Step = async (theCase, _service, processId) => {
  await theCase.clearTheWay('decideSuitability', of(processId));
  const reason = 'Both want it, and it is safe';
  await theCase.by('grace').decideSuitability({ ...of(processId), suitable: true, reason });
};
export const agreeToPrepare: Step = async (theCase, _service, processId) => {
  await theCase.clearTheWay('beginPreparation', of(processId));
  await theCase.by('grace').beginPreparation(of(processId));
};
export const prepareFor =
  (processType: ProcessType): Step =>
  async (theCase, _service, processId) => {
    const reason = 'It is what they asked for';
    await theCase.by('grace').chooseProcessType({ ...of(processId), processType, reason });
    await theCase.clearTheWay('completePreparation', of(processId));
    await theCase.by('grace').completePreparation(of(processId));
  };
export const book: Step = async (theCase, { clock }, processId) => {
  await theCase.clearTheWay('bookConference', of(processId));
  const day = new Date(Date.parse(clock.now()) + 3 * 86_400_000).toISOString().slice(0, 10);
  const booking = { startsAt: `${day}T10:00:00.000Z`, attendees: await attendees(theCase, processId) };
  await theCase.by('grace').bookConference({ ...of(processId), ...booking });
};
export const makeReady: Step = async (theCase, { clock }, processId) => {
  const { conference } = await theCase.process(processId);
  clock.comes(`${conference.booking?.startsAt.slice(0, 10)}T08:00:00.000Z`);
  await theCase.clearTheWay('beginConference', of(processId));
};
export const meet: Step = async (theCase, _service, processId) =>
  void (await theCase.by('grace').beginConference({ ...of(processId), attended: await attendees(theCase, processId) }));

/** Everybody who takes part in a process, the most pressing where none is named. */
export async function attendees(theCase: StoryCase, processId?: Id): Promise<Id[]> {
  const { members } = await theCase.process(processId);
  return members.filter(({ takesPart }) => takesPart).map(({ participantId }) => participantId);
}

/** Somebody who would attend lets a person of a side know their name, once the service has spoken with them. */
export async function letsKnow(theCase: StoryCase, who: Someone, to: Someone): Promise<void> {
  await theCase.clearTheWay('attemptContact', { about: who.id });
  await theCase
    .by('grace')
    .attemptContact({ participantId: who.id, channel: 'phone', outcome: 'reached', aim: 'substance' });
  // whoever would attend knows nobody of the other side: what they said is written down for them (R67)
  await theCase.by('grace').giveConsent(theCase.aYes(who, 'nameKnown', to.id));
  await theCase.by('grace').tellName({ participantId: who.id, to: to.id });
}
