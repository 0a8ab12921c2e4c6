// The steps a case can take, as the client asked to see them.
import { doors, mayTake, namesOneOf, type Actor } from '#libs/case';
import { explained } from '../../../audience/refusal-for-reader.js';
import type { View } from '../case-view.js';

/** The arguments of `doors`. */
export interface DoorArgs {
  readonly kind?: 'step' | 'record' | null;
  readonly openOnly?: boolean | null;
}

/** Every step and record, or those of one kind, or those that are open; null while they are not for the asker (R42). Throws NewerMachine. */
export const doorsOf = (
  actor: Actor,
  { seen: { stored, facts, at, row, declaration, hidden } }: View,
  { kind, openOnly }: DoorArgs,
) =>
  declaration === 'notNeeded'
    ? doors(stored, at, row.settings, kind ?? undefined)
        .filter((door) => door.open || !openOnly)
        .filter(({ about }) => about === null || !namesOneOf(hidden, about))
        .map((door) => ({
          ...door,
          yours: mayTake(actor, door.event, facts),
          blockers: door.blockers.map(explained),
        }))
    : null;
