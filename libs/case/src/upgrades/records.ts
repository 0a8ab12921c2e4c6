// Small changes of whole records, as the upgrades make them.

export const record = <V>(of: [string, V][]): Record<string, V> => Object.fromEntries(of);
export const mapped = <V, W>(of: Record<string, V>, how: (value: V, key: string) => W): Record<string, W> =>
  record(Object.entries(of).map(([key, value]) => [key, how(value, key)]));
export const where = <V>(of: Record<string, V>, holds: (value: V) => boolean): Record<string, V> =>
  record(Object.entries(of).filter(([, value]) => holds(value)));
