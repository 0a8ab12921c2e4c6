// Each consent that was answered, and each that is needed as things stand (R17 to R24, R82).
import {
  consentKey,
  consentsFor,
  going,
  partsOf,
  parts,
  stands,
  takingPart,
  whyNotLive,
  type Consent,
  type ConsentKey,
  type Facts,
  type Id,
  type Process,
} from '#libs/case';
import { daysAfter } from '#libs/time';
import { explainedWith } from '../../../audience/refusal-for-reader.js';
import type { Seen } from '../seen.js';

export const consents = (seen: Seen) => {
  const { facts } = seen;
  const answered = Object.keys(facts.consent.consents) as ConsentKey[];
  const needed = going(facts).flatMap(([processId, process]) => neededIn(facts, processId, process));
  return [...new Set([...answered, ...needed])].map((key) => consent(seen, key));
};

/** What one process needs of those who take part in it: their own part, whom they accept, what they receive, what they agree to. */
function neededIn(facts: Facts, processId: Id, process: Process): ConsentKey[] {
  const people = takingPart(facts, processId);
  const partOf = (id: Id) => parts[process.members.of[id]?.part ?? 'observer'];
  const onSides = people.filter((id) => partOf(id).side !== null);
  const accepted = people.filter((id) => partOf(id).accepted);
  return [
    ...people.flatMap((id) => consentsFor(facts, processId, id, 'arrange')),
    ...onSides.flatMap((who) =>
      accepted.filter((id) => id !== who).map((id) => consentKey(who, 'attendance', processId, id)),
    ),
    ...Object.values(process.communication.of)
      .filter(({ passedAt }) => passedAt === null)
      .map(({ to, kind }) => consentKey(to, 'receive', processId, kind)),
    ...Object.entries(process.agreement.items)
      .filter(([, { agreedAt }]) => agreedAt === null)
      .flatMap(([itemId, { doer, recipient }]) =>
        [doer, ...(recipient ? [recipient] : [])].map((id) => consentKey(id, 'agreementItem', processId, itemId)),
      ),
  ];
}

const orNull = (part: string) => (part === '-' ? null : part);

function consent({ facts, at, row: { settings } }: Seen, key: ConsentKey) {
  const { participantId, purpose, processId, about } = partsOf(key);
  const answered = facts.consent.consents[key];
  const why = whyNotLive(key, facts, at, settings);
  return {
    participantId,
    purpose,
    processId: orNull(processId),
    about: orNull(about),
    ...answers(answered),
    lapsesAt: answered && stands(answered) ? daysAfter(answered.at, settings.consentDays) : null,
    live: why.length === 0,
    why: why.map(explainedWith(facts.people.participants)),
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
