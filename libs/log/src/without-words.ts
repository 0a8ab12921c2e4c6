// Makes an error fit for the log: its kind, its code and where it happened, never its message.

/** What may be logged of an error. */
export interface Wordless {
  readonly kind: string;
  readonly code?: string;
  readonly where?: readonly string[];
}

/**
 * What may be logged of an error. A message can quote a row, a variable or a letter (PostgreSQL's do, and its
 * `detail` quotes the whole row), so it stays out; the stack frames say where to look. Anything thrown will do.
 */
export function withoutWords(error: unknown): Wordless {
  const origin = originOf(error);
  if (!(origin instanceof Error)) return { kind: typeof origin };
  const code = (origin as { code?: unknown }).code;
  return {
    kind: /^\w{1,60}$/.test(origin.name) ? origin.name : 'Error',
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) && { code }),
    where: framesOf(origin),
  };
}

/** The same as text of several lines, for a terminal. */
export function linesWithoutWords(error: unknown): string {
  const { kind, code, where = [] } = withoutWords(error);
  return [code === undefined ? kind : `${kind} (${code})`, ...where.map((frame) => `    ${frame}`)].join('\n');
}

/** A stack begins with the message, and a message may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const said = new Set(String(message).split('\n'));
  const frames = stack.split('\n').filter((line) => /^\s+at \S.*(:\d+\)?|\(<anonymous>\)|\(native\))$/.test(line));
  return frames
    .filter((line) => !said.has(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/** GraphQL wraps what a resolver throws; the innermost error is the one to look at. */
/** The error that others were made around: GraphQL keeps it as `originalError`. */
export function originOf(error: unknown): unknown {
  let inner = error;
  while (inner instanceof Error && 'originalError' in inner && inner.originalError instanceof Error) {
    inner = inner.originalError;
  }
  return inner;
}
