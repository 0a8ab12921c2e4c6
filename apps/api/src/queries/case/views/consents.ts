// Each consent that was answered, and each that is needed where the case stands (R17 to R24).
import {
  neededFor,
  partsOf,
  stands,
  whyNotLive,
  type Consent,
  type ConsentKey,
  type Door,
  type Facts,
} from '#libs/case';
import { daysAfter } from '#libs/time';
import { explained } from '../../../audience/refusal-for-reader.js';
import type { Seen } from '../seen.js';

// The doors of a case as a whole; those about words or items are asked for each.
const whole: readonly Door[] = ['consent', 'preparation', 'conference', 'book', 'begin'];

export const consents = (seen: Seen) => keysIn(seen.facts).map((key) => consent(seen, key));

function keysIn(facts: Facts): ConsentKey[] {
  const about = (door: Door, record: object) => Object.keys(record).flatMap((id) => neededFor(door, facts, id));
  return [
    ...new Set([
      ...(Object.keys(facts.consent.consents) as ConsentKey[]),
      ...whole.flatMap((door) => neededFor(door, facts)),
      ...about('pass', facts.exchange.words),
      ...about('agree', facts.agreement.items),
    ]),
  ];
}

function consent({ facts, at, row: { settings } }: Seen, key: ConsentKey) {
  const { participantId, purpose, about } = partsOf(key);
  const answered = facts.consent.consents[key];
  const why = whyNotLive(key, facts, at, settings);
  return {
    participantId,
    purpose,
    about: about === '-' ? null : about,
    ...answers(answered),
    lapsesAt: answered && stands(answered) ? daysAfter(answered.at, settings.consentDays) : null,
    live: why.length === 0,
    why: why.map(explained),
  };
}

const answers = (c: Consent | undefined) => ({
  answer: c?.answer ?? null,
  at: c?.at ?? null,
  givenAt: c?.givenAt ?? null,
  endedAt: c && ['refused', 'withdrawn'].includes(c.answer) ? c.at : (c?.voided?.at ?? null),
  voidedBecause: c?.voided?.because ?? null,
  reaskOn: c?.reaskOn ?? null,
  reconfirmedAt: c?.reconfirmedAt ?? null,
  textVersion: c?.text?.version ?? null,
  language: c?.text?.language ?? null,
  form: c?.form ?? null,
});
