// Who cannot stand beside a minor: whoever is suspected, or has a conflict of interest that excludes them (R26, R93, R96).
import type { Facts } from '../facts.js';
import type { Id } from '../reducers.js';
import { conflictKinds } from '../vocabulary/people.js';

/** Whether somebody is part of the matter themselves. */
export const isInvolved = ({ people }: Facts, id: Id): boolean =>
  people.participants[id]?.implicated === true ||
  (people.conflicts[id] ?? []).some(({ kind }) => conflictKinds[kind].excludes);
