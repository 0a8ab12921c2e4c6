// Makes an error fit for the log: its kind, its code and where it happened, never its message.

interface Wordless {
  readonly kind: string;
  readonly code?: string;
  readonly where?: readonly string[];
}

/**
 * What may be logged of an error. A message can quote a row, a variable or a letter (PostgreSQL's do), so it stays
 * out; the stack frames say where to look.
 */
export function withoutWords(error: unknown): Wordless {
  const origin = originOf(error);
  if (!(origin instanceof Error)) return { kind: typeof origin };
  const code = (origin as { code?: unknown }).code;
  const where = (origin.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return { kind: origin.name, ...(typeof code === 'string' && { code }), where: where.map((line) => line.trim()) };
}

/** GraphQL wraps what a resolver throws; the innermost error is the one to look at. */
function originOf(error: unknown): unknown {
  let inner = error;
  while (inner instanceof Error && 'originalError' in inner && inner.originalError instanceof Error) {
    inner = inner.originalError;
  }
  return inner;
}
