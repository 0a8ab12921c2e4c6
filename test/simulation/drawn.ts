// What is drawn by chance for something that happens: who, what, when earlier, which yes.
import {
  consentPurposes,
  leavingReasons,
  partsOf,
  type ConsentKey,
  type Id,
  type LeavingReason,
  type Purpose,
} from '#libs/case';
import { yes, type Asked } from './answers.js';
import { inRoom } from './guide.js';
import type { Said } from './life.js';

export const DAY = 86_400_000;
export const reasons = Object.keys(leavingReasons) as [LeavingReason, ...LeavingReason[]];
export const purposes = Object.keys(consentPurposes) as [Purpose, ...Purpose[]];
export type Happening = (a: Asked) => Said | null;

export const everybody = ({ stored }: Asked): Id[] => Object.keys(stored.facts.people.participants);
export const somebody = (a: Asked): Id => a.by.one(everybody(a)) ?? 'nobody';
export const inside = (a: Asked): Id =>
  a.by.one(Object.keys(a.stored.facts.processes[a.processId]?.members.of ?? {})) ?? 'nobody';
export const aScope = (a: Asked): { about?: Id; processId?: Id } =>
  a.by.percent(40) ? {} : a.by.percent(50) ? { about: somebody(a) } : { processId: a.processId };
export const earlier = (a: Asked): string =>
  new Date(Math.max(Date.parse(a.stored.facts.openedAt), Date.parse(a.at) - a.by.upTo(6) * DAY)).toISOString();
export const given = (a: Asked): ConsentKey | undefined =>
  a.by.one(
    (Object.entries(a.stored.facts.consent.consents) as [ConsentKey, { answer: string }][])
      .filter(([, c]) => c.answer === 'given')
      .map(([key]) => key),
  );
export const spokenOf = (key: ConsentKey): { participantId: Id; purpose: Purpose; processId?: Id; about?: string } => {
  const { participantId, purpose, processId, about } = partsOf(key);
  return { participantId, purpose, ...(processId === '-' ? {} : { processId }), ...(about === '-' ? {} : { about }) };
};
export const withdrawal = (a: Asked, late: boolean): Said | null => {
  const key = given(a);
  return key ? { type: 'consent.withdrawn', ...spokenOf(key), ...(late ? { on: earlier(a) } : {}) } : null;
};
/** Any yes that somebody could be asked for. */
export const anyYes = (a: Asked): Said => {
  const purpose = a.by.some(purposes);
  const row = consentPurposes[purpose];
  const p = a.stored.facts.processes[a.processId];
  const abouts: Record<string, string | undefined> = {
    nothing: '-',
    processType: p?.type?.type ?? a.type,
    organisation: 'Victim Support',
    recipient: 'Crown Court',
    participant: somebody(a),
    item: a.by.one(Object.keys(p?.agreement.items ?? {})),
    communicationKind: a.by.some(['letter', 'shuttleMessage', 'recording']),
  };
  return yes(
    a,
    `${row.of === 'process' ? inside(a) : somebody(a)}|${purpose}|${row.of === 'process' ? a.processId : '-'}|${abouts[row.about] ?? 'x'}` as ConsentKey,
  );
};
export const letter = (a: Asked): Id =>
  a.by.one(Object.keys(a.stored.facts.processes[a.processId]?.communication.of ?? {})) ?? 'none';
export const item = (a: Asked): Id =>
  a.by.one(Object.keys(a.stored.facts.processes[a.processId]?.agreement.items ?? {})) ?? 'none';
export const freeze = (a: Asked): Id => a.by.one(Object.keys(a.stored.facts.safeguarding.freezes)) ?? 'none';
export const member = (a: Asked): object => {
  const participantId = somebody(a);
  const p = a.stored.facts.people.participants[participantId];
  const part = p?.supports ? a.by.some(['supporter', 'companion', 'appropriateAdult']) : (p?.role ?? 'observer');
  return {
    participantId,
    part,
    ...(p?.supports ? { of: p.supports, ...(a.by.percent(20) ? { required: true } : {}) } : {}),
  };
};
export const wholeMeeting = (a: Asked): Said => {
  const attended = a.stored.facts.processes[a.processId]?.conference.booking?.attendees ?? inRoom(a);
  const on = a.stored.facts.processes[a.processId]?.conference.booking?.startsAt ?? earlier(a);
  const late = Date.parse(on) + 3_600_000 < Date.parse(a.at) ? on : earlier(a);
  return {
    type: 'conference.recorded',
    processId: a.processId,
    on: late,
    endedAt: new Date(Date.parse(late) + 1_800_000).toISOString(),
    attended,
    how: a.by.some(['asPlanned', 'stopped']),
    aftercare: 't',
  };
};
