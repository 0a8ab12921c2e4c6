// Gives a folded case the order of keys that PostgreSQL gives a stored one, so that lists come out alike now and for the past.

/** The same JSON with its keys as jsonb keeps them: shorter ones first, then by their bytes. */
export function asStored<T>(json: T): T {
  if (Array.isArray(json)) return json.map(asStored) as T;
  if (json === null || typeof json !== 'object') return json;
  const entries = Object.entries(json).toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, asStored(value)])) as T;
}
