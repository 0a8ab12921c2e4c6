// Sets aside what two worlds cannot share: ids that the database made, sealed cursors. Everything else is compared as it is.
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CURSOR = /"(cursor|startCursor|endCursor)":"([^"]*)"/g;

/**
 * An answer with each id that is not among `known` replaced by the number of its first appearance, and each cursor by its
 * number and length. What is the same stays the same, what differs stays different, and nothing changes its place.
 */
export function aside(text: string, known: ReadonlySet<string>): string {
  const numbers = new Map<string, number>();
  const numbered = (kind: string, value: string): string => {
    const key = `${kind} ${value}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return `${kind}#${numbers.get(key)}`;
  };
  return text
    .replace(
      CURSOR,
      (_all, field: string, cursor: string) => `"${field}":"${numbered('cursor', cursor)} of ${cursor.length}"`,
    )
    .replace(UUID, (id) => (known.has(id) ? id : numbered('id', id)));
}
