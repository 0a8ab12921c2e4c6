// A case as one member of staff sees it at one instant: what every view of it is made from.
import {
  hiddenIds,
  seesDetails,
  seesHidden,
  upgrade,
  withoutHidden,
  type Actor,
  type Duty,
  type Facts,
  type Id,
  type StoredCase,
} from '#libs/case';
import { sightOf } from '#libs/permissions';
import type { CaseRow, PastCase } from '#libs/casework';
import { asStored } from './as-stored.js';

/** What the views read. `stored` is the case at `at`, `facts` what this reader sees of it; `row` is the case now. */
export interface Seen {
  readonly row: CaseRow;
  readonly stored: StoredCase;
  readonly facts: Facts;
  /** ISO instant that everything is judged at. */
  readonly at: string;
  readonly revision: number;
  readonly updatedAt: string;
  /** Whether this is the case as it was, and not as it is. */
  readonly past: boolean;
  readonly declaration: Declaration;
  /** Participants who were named by mistake and are out of this reader's view (R92). */
  readonly hidden: readonly Id[];
  /** Holds a duty on the case, or leads safeguarding: sees assessments (R39). */
  readonly onCase: boolean;
  /** What the reader does on it; null without a duty. */
  readonly duty: Duty | null;
  /** Sees it by an emergency alone (R68). */
  readonly inEmergency: boolean;
}
export type Declaration = 'awaited' | 'made' | 'notNeeded';

/** The case now, or as it was `then`. Who may see what is judged by the case now: access that has ended has ended for its past too. */
export function seen(actor: Actor, row: CaseRow, at: string, then: PastCase | null = null): Seen {
  const now = upgrade(row.stored).facts;
  const stored = then ? asStored(then.stored) : upgrade(row.stored);
  const hidden = seesHidden(actor) ? [] : hiddenIds(now);
  const inEmergency = isEmergency(actor, row);
  return {
    row,
    stored,
    facts: withoutHidden(stored.facts, hidden),
    hidden,
    at,
    revision: then?.revision ?? row.revision,
    updatedAt: then?.at ?? row.updatedAt,
    past: then !== null,
    declaration: inEmergency ? 'notNeeded' : declarationOf(actor, now),
    onCase: inEmergency || isOnCase(actor, now),
    duty: now.facilitators.assigned[actor.id]?.duty ?? null,
    inEmergency,
  };
}

// A facilitator who sees a case that is not theirs has opened it in an emergency: they see what the colleague sees whose place they take (R68).
const isEmergency = (actor: Actor, { staffIds }: CaseRow): boolean =>
  sightOf(actor) === 'staff' && !staffIds.includes(actor.id);

/** R42: details are there for staff who hold a duty or a role over the case, not for a facilitator who was only asked. */
function declarationOf(actor: Actor, facts: Facts): Declaration {
  if (actor.kind === 'staff' && seesDetails(actor, facts)) return 'notNeeded';
  return facts.facilitators.declared[actor.id]?.connected === false ? 'made' : 'awaited';
}

const isOnCase = (actor: Actor, facts: Facts): boolean =>
  actor.kind === 'staff' &&
  (actor.roles.includes('safeguardingLead') || facts.facilitators.assigned[actor.id] !== undefined);
