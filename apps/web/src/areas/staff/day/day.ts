// The day of one process as its page shows it: before the meeting, while it goes on, while it is paused, and after.
import { addressOfQuestion } from '../../../command-form/questions.js';
import type { CommandForm, FormContext } from '../../../command-form/definition.js';
import { fieldModels, type Problems } from '../../../command-form/present.js';
import type { Body } from '../../../command-form/read.js';
import type { FieldModel } from '../../../kit/field/field.js';
import type { CheckRow } from '../../../kit/checks/checks.js';
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress, personAddress } from '../addresses.js';
import { blockerModel } from '../blockers.js';
import type { StaffDayQuery } from './page.generated.js';
import type { en } from './words.en.js';

export type Own = keyof typeof en;
export type CaseOfDay = NonNullable<StaffDayQuery['case']>;
export type ProcessOfDay = NonNullable<CaseOfDay['processes']>[number];
type Says = Speaker<Own>;

export type StateOfDay = 'none' | 'before' | 'underWay' | 'paused' | 'over';

/** How the meeting stands. */
export function stateOf({ conference: { booking, session, held } }: ProcessOfDay): StateOfDay {
  if (session) return session.pause ? 'paused' : 'underWay';
  return booking ? 'before' : held.length > 0 ? 'over' : 'none';
}

/** The process whose meeting goes on, else the one that is booked, else one whose meeting is over; undefined where there is none. */
export function processOfDay({ processes }: CaseOfDay): ProcessOfDay | undefined {
  const first = (...states: StateOfDay[]) => (processes ?? []).find((one) => states.includes(stateOf(one)));
  return first('underWay', 'paused') ?? first('before') ?? first('over');
}

/** The head of the page: what the meeting is doing, and since when. */
export function headOf(process: ProcessOfDay, speaker: Says): { readonly heading: string; readonly lead: string } {
  const { say, name, time, longDay, isToday } = speaker;
  const { booking, session, held } = process.conference;
  switch (stateOf(process)) {
    case 'none':
      return { heading: say('nothingBooked'), lead: '' };
    case 'before': {
      const at = booking?.startsAt ?? '';
      const heading = isToday(at)
        ? say('before', { time: time(at) })
        : say('beforeOther', { day: longDay(at), time: time(at) });
      return { heading, lead: '' };
    }
    case 'underWay':
      return { heading: say('underWay'), lead: say('begun', { time: time(session?.begunAt ?? '') }) };
    case 'paused': {
      const reason = name('pauseReasons', session?.pause?.reason ?? '').toLowerCase();
      const lead = say('pausedAt', {
        begun: time(session?.begunAt ?? ''),
        time: time(session?.pause?.at ?? ''),
        reason,
      });
      return { heading: say('paused'), lead };
    }
    case 'over': {
      const last = held.at(-1);
      const how = name('endings', last?.how ?? '').toLowerCase();
      return { heading: say('over'), lead: say('overAt', { time: time(last?.endedAt ?? ''), how }) };
    }
  }
}

/** Everybody who is to come: whether they are here, and whether they were asked today. */
export function comers(found: CaseOfDay, process: ProcessOfDay, typed: Body, speaker: Says): CheckRow[] {
  const { say, time, isToday } = speaker;
  const [here, still] = [new Set([typed['here']].flat()), new Set([typed['still']].flat())];
  return (process.conference.booking?.attendees ?? []).map((id) => {
    const confirmed = confirmedAt(found, process, id);
    const asked = confirmed !== null && isToday(confirmed);
    const question = { purpose: 'takePart', about: process.type };
    return {
      ...personRow(found, id, speaker),
      ...(asked && { tag: { word: say('askedAt', { time: time(confirmed) }), kind: 'good', shape: 'check' } }),
      boxes: [
        { name: 'here', value: id, text: say('here'), chosen: here.has(id) },
        ...(asked ? [] : [{ name: 'still', value: id, text: say('still'), chosen: still.has(id) }]),
      ],
      links: [
        {
          text: say('takesBack'),
          href: formAddress(found.id, 'withdraw-consent', {
            about: addressOfQuestion(id, question),
            processId: process.id,
          }),
        },
      ],
    };
  });
}

/** When they last confirmed that they want to take part in this kind of process. */
const confirmedAt = ({ consents }: CaseOfDay, { id, type }: ProcessOfDay, participantId: string): string | null =>
  consents?.find(
    (one) =>
      one.participantId === participantId && one.purpose === 'takePart' && one.processId === id && one.about === type,
  )?.reconfirmedAt ?? null;

function personRow({ id: caseId, participants }: CaseOfDay, id: string, { name }: Says) {
  const person = participants?.find((one) => one.id === id);
  return {
    id,
    title: person?.name ?? name('roles', person?.role ?? ''),
    href: personAddress(caseId, id),
    hint: name('roles', person?.role ?? ''),
  };
}

/** Those in the room; of each a way to say that they step out. */
export const inTheRoom = (found: CaseOfDay, process: ProcessOfDay, speaker: Says): CheckRow[] =>
  (process.conference.session?.present ?? []).map((id) => ({
    ...personRow(found, id, speaker),
    links: [
      { text: speaker.say('stepsOut'), href: formAddress(found.id, 'step-out', { about: id, processId: process.id }) },
    ],
  }));

/** Those who are asked alone during a pause: what they answered, or the two answers. */
export function askedAlone(found: CaseOfDay, process: ProcessOfDay, typed: Body, speaker: Says): CheckRow[] {
  const { say, time } = speaker;
  const session = process.conference.session;
  return (session?.present ?? []).map((id): CheckRow => {
    const row = personRow(found, id, speaker);
    const answer = session?.pause?.checked.find(({ participantId }) => participantId === id);
    const name = `willing.${id}`;
    const choices = [
      { name, value: 'yes', text: say('wantsTo'), chosen: typed[name] === 'yes' },
      { name, value: 'no', text: say('doesNot'), chosen: typed[name] === 'no' },
    ];
    if (!answer) return { ...row, answers: choices };
    const at = { time: time(answer.at) };
    return answer.willing
      ? { ...row, tag: { word: say('wantedTo', at), kind: 'good', shape: 'check' } }
      : { ...row, tag: { word: say('didNot', at), kind: 'warn', shape: 'pause' }, answers: choices };
  });
}

/** What stands before a step of this process, beside what this page itself supplies. */
export function standsBefore(
  found: CaseOfDay,
  { id }: ProcessOfDay,
  event: string,
  here: readonly string[],
  speaker: Says,
) {
  const door = found.doors?.find((one) => one.event === event && one.processId === id);
  const reader = { caseId: found.id, doors: found.doors ?? [] };
  return {
    yours: door?.yours ?? false,
    blockers: (door?.blockers ?? [])
      .filter(({ rule }) => !here.includes(rule))
      .map((blocker) => blockerModel(blocker, reader, speaker as unknown as Speaker)),
  };
}

/** What was settled beforehand and must be known in the room. */
export const agreedWith = ({ arrangements }: ProcessOfDay, { name }: Says): string[] =>
  arrangements.flatMap(({ arrangement, text }) =>
    text?.words ? [`${name('arrangements', arrangement)}: ${text.words}`] : [],
  );

/** The fields of a form of the day, drawn as that form draws them. */
export function fieldsOf(
  form: CommandForm,
  {
    found,
    me,
    process,
  }: { readonly found: CaseOfDay; readonly me: { readonly id: string }; readonly process: ProcessOfDay },
  typed: Body | null,
  problems: Problems,
  speaker: Speaker<string>,
): FieldModel[] {
  const context = {
    case: found,
    me,
    about: null,
    processId: process.id,
    name: speaker.name,
    day: speaker.day,
    now: speaker.now,
    texts: [],
    candidates: [],
  };
  return fieldModels(form, context as unknown as FormContext, speaker, typed, problems);
}
