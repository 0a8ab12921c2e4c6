// Tables of the vocabulary turned round: which rows stand before a door. Worked out once, since a page asks it of each door it shows.
import type { Door } from './vocabulary/stages.js';

/** Gives the names of the rows that stand before a door, in the order of the table. */
export function rowsBefore<Name extends string>(
  table: Readonly<Record<Name, { readonly before: readonly Door[] }>>,
): (door: Door) => readonly Name[] {
  const names = Object.keys(table) as Name[];
  const before = new Map<Door, readonly Name[]>();
  return (door) => {
    let found = before.get(door);
    if (!found) before.set(door, (found = names.filter((name) => table[name].before.includes(door))));
    return found;
  };
}
