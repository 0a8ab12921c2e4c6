// Consents and deadlines of version 2, in the processes that they are about now.
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { consentPurposes, type Purpose } from '../vocabulary/consent.js';
import { checkpoints, type Checkpoint } from '../vocabulary/safeguarding.js';
import { record } from './records.js';
import type { Version2 } from './shape-2.js';

type Item = Version2['agreement']['items'][Id];
/** Whether an item is of the process that goes on: it was checked, agreed or done since that came to its meeting. */
export const isYounger = (item: Item | undefined, metSince: string | null): boolean =>
  metSince !== null && (item?.proportionate?.at ?? item?.agreedAt ?? item?.outcome?.at ?? '') > metSince;

/** In which processes what somebody said of one process counts: of what was delivered in the first, of what goes on in the second. */
export function processesAskedIn(
  old: Version2,
  purpose: Purpose,
  about: string,
  { first, now, metSince }: { first: Id; now: Id; metSince: string | null },
): Id[] {
  if (first === now) return [now];
  if (purpose === 'agreementItem') return [isYounger(old.agreement.items[about], metSince) ? now : first];
  return purpose === 'receive' || purpose === 'receiptKnown' ? [first, now] : [now];
}

/** Consents to a process are to the one that goes on; what could be about anybody on the other side is about each of them. */
export function consentOf(old: Version2, askedIn: (purpose: Purpose, about: string) => Id[]): Facts['consent'] {
  const people = Object.entries(old.people.participants);
  const consents = Object.entries(old.consent.consents).flatMap(
    ([key, c]): [string, Facts['consent']['consents'][never]][] => {
      const [who = '', purpose = '', about = '-'] = key.split('|');
      const row = consentPurposes[purpose as Purpose];
      const because = c.voided?.because;
      const now = {
        ...c,
        standsOnAdult: false,
        bestInterestsUntil: null,
        voided: c.voided && {
          at: c.voided.at,
          because:
            because === 'newAttendee'
              ? ('newMember' as const)
              : because === 'processChanged'
                ? ('typeChanged' as const)
                : (because as 'newRiskInformation'),
        },
      };
      if (row.about === 'participant' && about === '-')
        return people.filter(([id]) => id !== who).map(([id]) => [`${who}|${purpose}|-|${id}`, now]);
      const processes = row.of === 'process' ? askedIn(purpose as Purpose, about) : ['-'];
      return processes.map((id) => [`${who}|${purpose}|${id}|${about === 'victimOnly' ? 'harmedOnly' : about}`, now]);
    },
  );
  return { ...old.consent, consents: record(consents), views: {} };
}

/** Deadlines that went by stay so: none fires again because its name is longer now. */
export function passedOf(old: Version2, before: Id, now: Id): Record<string, string> {
  return record(
    Object.entries(old.post.passed).map(([key, on]): [string, string] => {
      const [name = '', ...rest] = key.split('|');
      const about = rest.join('|');
      if (name === 'consentLapse' || name === 'reask') {
        const [who = '', purpose = '', what = '-'] = rest;
        const of = consentPurposes[purpose as Purpose].of === 'process' ? now : '-';
        return [`${name}|${of}|${who}|${purpose}|${of}|${what}`, on];
      }
      if (name === 'stageLimit') return [`${name}|${now}|${now}`, on];
      if (['firstContact', 'sentence', 'deferral'].includes(name)) return [`${name}|-|${about}`, on];
      const ofCase = name === 'checkpointLapse' && checkpoints[rest[0] as Checkpoint].per === 'case';
      const done = name === 'followUp' || name === 'item';
      return [`${name}|${ofCase ? '-' : done ? before : now}|${about}`, on];
    }),
  );
}
