// The moment in which somebody says something by chance, and whom or what they would speak of.
import {
  checkpoints,
  consentPurposes,
  type EventPayloads,
  type EventType,
  type Facts,
  type Actor,
  type Checkpoint,
  partsOf,
  type ConsentKey,
  wordsKinds,
} from '#libs/case';
import type { Around } from '../scenario/answer-blocker.js';
import type { Chance } from './chance.js';
import { personOf } from './staff.js';

export const day = 86_400_000;
export const namesOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]];
export const later = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();

/** What somebody may say at random: facts, who works here, chance, the moment. */
export interface Moment {
  facts: Facts;
  a: Around;
  by: Chance;
  at: string;
}
export type Payload<T extends EventType> = EventPayloads[T] & { speaker?: Actor };
export type Sayings = { [T in EventType]?: [weight: number, say: (m: Moment) => Payload<T>] };

export const somebody = ({ facts, by }: Moment): string => by.one(Object.keys(facts.people.participants)) ?? 'nobody';
export const oneOf = (record: object, by: Chance): string => by.one(Object.keys(record)) ?? 'none';
export const lead = ({ a }: Moment): Actor => a.staff.lead;
export const self = (m: Moment, id: string): Actor => (m.by.percent(50) ? personOf(m.facts, id) : lead(m));

/** A consent somebody has given, more often than one nobody has asked for. */
export function asked(
  m: Moment,
  type?: EventType,
): { participantId: string; purpose: keyof typeof consentPurposes; about?: string } {
  const given = Object.keys(m.facts.consent.consents) as ConsentKey[];
  const key = m.by.one(given);
  if (key && m.by.percent(type === 'consent.given' ? 30 : 85)) {
    const { about, ...rest } = partsOf(key);
    return { ...rest, ...(about === '-' ? {} : { about }) };
  }
  const item = m.by.one(Object.entries(m.facts.agreement.items).filter(([, i]) => i.agreedAt === null));
  if (item && m.by.percent(60))
    return {
      participantId: m.by.some([item[1].doer, item[1].recipient ?? item[1].doer]),
      purpose: 'agreementItem',
      about: item[0],
    };
  const letter = m.by.one(Object.values(m.facts.exchange.words).filter((w) => w.receiptToldAt === null));
  if (letter && m.by.percent(60))
    return { participantId: letter.to, purpose: letter.passedAt ? 'receiptKnown' : 'receive', about: letter.kind };
  const participantId = somebody(m);
  const purpose = m.by.some(namesOf(consentPurposes));
  const about = {
    nothing: undefined,
    processType: m.facts.preparation.process?.type ?? 'letter',
    organisation: m.by.some(['Victim Support', 'partners', 'Crown Court']),
    recipient: 'Crown Court',
    participant: somebody(m),
    item: oneOf(m.facts.agreement.items, m.by),
    wordsKind: m.by.some(namesOf(wordsKinds)),
  }[consentPurposes[purpose].about];
  return { participantId, purpose, ...(about === undefined ? {} : { about }) };
}
export const words = (m: Moment) => {
  const wordsId = oneOf(m.facts.exchange.words, m.by);
  return { wordsId, sha256: m.by.percent(90) ? (m.facts.exchange.words[wordsId]?.sha256 ?? 'x') : 'other words' };
};
export const signing = (m: Moment): { checkpoint: Checkpoint; about?: string } => {
  const checkpoint = m.by.some(namesOf(checkpoints));
  const { per } = checkpoints[checkpoint];
  const about =
    per === 'party'
      ? somebody(m)
      : per === 'words'
        ? words(m).wordsId
        : per === 'item'
          ? oneOf(m.facts.agreement.items, m.by)
          : null;
  return { checkpoint, ...(about === null ? {} : { about }) };
};
