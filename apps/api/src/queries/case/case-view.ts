// A case as an object whose fields are worked out when they are asked for, and are null while the details are not for the asker (R42).
import { flagsOf, isSensitive, processesIn, summary, type StoredCase } from '#libs/case';
import type { Seen } from './seen.js';
import { deadlinesIn, shares } from './views/afterwards.js';
import { consents } from './views/consents.js';
import { facilitators, participants } from './views/people.js';
import { processes } from './views/process.js';
import { closing, referral } from './views/referral.js';
import { assessments, concerns, custody, deviations, freezes, orders } from './views/safeguarding.js';
import { signOffsOfCase } from './views/sign-offs.js';
import { waiting } from './views/waiting.js';

/** A view of a case: what it is a view of, and its fields. */
export interface View {
  readonly seen: Seen;
}

/** What a case shows to a reader of its details: a new field is one row here and one in the schema. */
const details: Readonly<Record<string, (seen: Seen) => unknown>> = {
  revision: ({ revision }) => revision,
  waiting: ({ stored, at, row }) => waiting(summary(stored, at, row.settings)),
  referral,
  wordsUnreadSince: ({ facts }) => facts.referral.wordsUnread?.at ?? null,
  participants,
  consents,
  signOffs: signOffsOfCase,
  concerns,
  riskAssessments: assessments,
  flags: ({ facts }) => flagsOf(facts),
  sensitive: ({ facts }) => isSensitive(facts),
  freezes,
  deviations,
  orders,
  custody,
  facilitators,
  processes,
  shares,
  deadlines: deadlinesIn,
  closing,
  areaId: ({ row }) => row.areaId,
  openedAt: ({ facts }) => facts.openedAt,
  updatedAt: ({ updatedAt }) => updatedAt,
};

/** Where its most pressing process stands, or `closed`. */
const stageOf = (stored: StoredCase) =>
  stored.facts.closing.closed ? 'closed' : (processesIn(stored)[0]?.stage ?? 'suitability');

/** A prototype with a getter a detail: made once, so that a view costs one small object. */
export function viewOf(fields: Readonly<Record<string, (seen: Seen) => unknown>>): (seen: Seen) => View {
  const shared = Object.fromEntries(
    Object.entries(fields).map(([name, read]) => [
      name,
      {
        get(this: View) {
          return this.seen.declaration === 'notNeeded' ? read(this.seen) : null;
        },
      },
    ]),
  );
  const prototype = Object.create(Object.prototype, shared) as object;
  return (seen) => {
    const { row, stored, declaration } = seen;
    const always = { seen, id: row.id, reference: row.reference, stage: stageOf(stored), declaration };
    return Object.assign(Object.create(prototype) as object, always);
  };
}

export const caseView = viewOf(details);
