// The steps a case can take, as the client asked to see them: those of the reader apart from those that wait for others.
import { doors, may, namesOneOf, whoMay, type Actor, type DoorNow, type Position } from '#libs/case';
import { inOneBreath } from '../../../audience/in-one-breath.js';
import type { People } from '../../../audience/named.js';
import { explainedWith } from '../../../audience/refusal-for-reader.js';
import type { View } from '../case-view.js';

/** The arguments of `doors`. */
export interface DoorArgs {
  readonly kind?: 'step' | 'record' | null;
  readonly openOnly?: boolean | null;
  readonly whose?: 'mine' | 'others' | 'anybody' | null;
}

/**
 * Every step and record that is the reader's to take, or waits for others; of one kind, or those that are open; null while they
 * are not for the asker (R42). What comes with its day is nobody's to take. Throws NewerMachine.
 */
export function doorsOf(actor: Actor, { seen }: View, { kind, openOnly, whose }: DoorArgs) {
  if (seen.declaration !== 'notNeeded') return null;
  const { stored, facts, at, row, hidden } = seen;
  return doors(stored, at, row.settings, kind ?? undefined)
    .filter((door) => door.open || !openOnly)
    .filter(({ about }) => about === null || !namesOneOf(hidden, about))
    .map((door) => ({ door, who: whoMay({ type: door.event }, stored.facts) }))
    .filter(({ who }) => !who.includes('clock'))
    .map(({ door, who }) => ({
      ...shown(door, facts.people.participants),
      whoMay: who,
      yours: may(actor, { type: door.event }, stored.facts),
    }))
    .filter(({ yours }) => whose === 'anybody' || yours === (whose !== 'others'))
    .map((door) => ({ ...door, waitsFor: door.yours ? null : waitsFor(door.whoMay) }));
}

const shown = (door: DoorNow, people: People) => ({
  ...door,
  blockers: door.blockers.map(explainedWith(people)),
});

/** For example: "This waits for the lead facilitator or a coordinator." */
const waitsFor = (who: readonly Position[]): string => `This waits for ${inOneBreath(who)}.`;
