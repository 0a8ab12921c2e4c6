// Sets aside what two services cannot share: ids that the database made, references of cases opened meanwhile, sealed cursors. Everything else is compared as it is.
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
// What a case that the services made themselves is called: random letters, as of any case opened by hand.
const REFERENCE = /(?<![-\w])[2-9B-DF-HJ-NP-TV-XZ]{4}-[2-9B-DF-HJ-NP-TV-XZ]{4}(?![-\w])/g;
const CURSOR = /"(cursor|startCursor|endCursor)":"([^"]*)"/g;

/**
 * An answer with each id and reference that is not among `known` replaced by the number of its first appearance, and each cursor by its
 * number and length. What is the same stays the same, what differs stays different, and nothing changes its place.
 */
export function aside(text: string, known: ReadonlySet<string>): string {
  const kinds = new Map<string, Map<string, number>>();
  const numbered = (kind: string, value: string): string => {
    const numbers = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, numbers);
    if (!numbers.has(value)) numbers.set(value, numbers.size + 1);
    return `${kind}#${numbers.get(value)}`;
  };
  return text
    .replace(
      CURSOR,
      (_all, field: string, cursor: string) => `"${field}":"${numbered('cursor', cursor)} of ${cursor.length}"`,
    )
    .replace(REFERENCE, (reference) => (known.has(reference) ? reference : numbered('reference', reference)))
    .replace(UUID, (id) => (known.has(id) ? id : numbered('id', id)));
}

const HASH = /"hash":"[0-9a-f]{64}"/g;
/**
 * An answer without the hashes of a journal: where an entry holds what its reader may not know, its hash differs and says
 * nothing, because the entry holds ids that nobody can guess.
 */
export const withoutHashes = (text: string): string => text.replace(HASH, '"hash":"of its entry"');
