// How a feature tells what its events change: one small function an event, no switch.

/** Opaque, a UUID everywhere; says nothing about whom or what it names. */
export type Id = string;
/**
 * Every event is stamped: `at` the ISO instant at which it was recorded, `by` the id of the person who did it, or 'clock'.
 * `on` is the instant at which it happened, where that was earlier (R95).
 */
export interface Stamp {
  at: string;
  by: Id;
  on?: string;
}
/** When something happened: rules that count days count from here (R95). */
export const happenedAt = (e: Pick<Stamp, 'at' | 'on'>): string => e.on ?? e.at;

/** Whether something happened before what is known already: written down late, it overtakes no later word (R95). */
export const isOvertaken = (e: Pick<Stamp, 'at' | 'on'>, known: { at: string } | null | undefined): boolean =>
  known != null && known.at > happenedAt(e);

/** For each event a slice listens to, how it changes the slice. Pure and total: it never refuses, it only learns. */
export type Reducers<Slice, Events> = { [T in keyof Events]: (slice: Slice, event: Events[T] & Stamp) => Slice };

/** A record with one entry set; the old record is left alone. */
export const put = <V>(record: Readonly<Record<string, V>>, key: string, value: NoInfer<V>): Record<string, V> => ({
  ...record,
  [key]: value,
});
/** A record with one entry changed, when it is there. */
export const change = <V>(
  record: Readonly<Record<string, V>>,
  key: string,
  how: (value: V) => NoInfer<V>,
): Record<string, V> => {
  const found = record[key];
  return found === undefined ? record : { ...record, [key]: how(found) };
};
/** A record without one entry. */
export const without = <V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> => {
  const { [key]: _gone, ...rest } = record;
  return rest;
};
