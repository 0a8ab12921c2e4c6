// References that a resolver fills in later: a person by name, words by their id.
import type { Id } from '#libs/case';
import type { Seen } from '../seen.js';

/** A member of staff whose name a loader will find. */
export const colleague = (id: Id) => ({ id });
export const colleagueOrNull = (id: Id | null | undefined) => (id ? { id } : null);

/** Words that a loader will find, if they are for the reader. */
export const text = ({ row }: Seen, id: Id) => ({ caseId: row.id, id });
export const textOrNull = ({ row }: Seen, id: Id | null | undefined) => (id ? { caseId: row.id, id } : null);

/** A record kept by id, as a list of rows with their id. */
export const rows = <V extends object>(record: Readonly<Record<Id, V>>) =>
  Object.entries(record).map(([id, value]) => ({ id, ...value }));
