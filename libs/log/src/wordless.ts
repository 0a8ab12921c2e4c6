// The last gate before the log: it takes the message out of every error, those of libraries too.
import { withoutWords } from './without-words.js';

/**
 * What pino is given to log, with every error wordless. Pino takes the message of a bare error as its own, and
 * libraries pass `error.message` beside the error: both are dropped. Our own messages are constant.
 */
export function wordless(parts: readonly unknown[]): unknown[] {
  const [first] = parts;
  if (first instanceof Error) return [{ err: first }, 'an error'];
  if (holdsError(first)) return [first, 'an error'];
  return parts.map((part) => (part instanceof Error ? withoutWords(part) : part));
}

const holdsError = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).some((each) => each instanceof Error);
