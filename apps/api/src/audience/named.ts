// Whom a blocker is about: ids that the request's loader turns into the names its reader may know.
import { roles, uuidsIn, type Blocker, type Id, type Role } from '#libs/case';

/** The people of a case, by their id in it, as far as a reader sees them. */
export type People = Readonly<Record<Id, { readonly personId: Id; readonly role: Role }>>;

/** A person or member of staff whose name is looked up; where it is not this reader's to know, they are who they are to the case. */
export interface Named {
  readonly id: Id;
  readonly otherwise: string;
}

/** In the order in which the blocker names them. One who is out of this reader's view is not among them (R92). */
export function namedIn({ rule, about }: Blocker, people: People): Named[] {
  return [...new Set(uuidsIn(about))].flatMap((id) => {
    const person = Object.hasOwn(people, id) ? people[id] : undefined;
    if (person) return [{ id: person.personId, otherwise: roles[person.role].says }];
    return rule === 'declaration' ? [{ id, otherwise: 'A colleague' }] : [];
  });
}

/** For example: "Harriet Wood and Ray Hill". */
export function together(names: readonly string[]): string {
  const [last = '', ...before] = names.toReversed();
  return before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last;
}
