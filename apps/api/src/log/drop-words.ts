// The last gate before the log: whoever hands it an error, a library too, hands it no words.
import { withoutWords } from '#libs/log';

/**
 * A pino hook. Pino takes the message of a bare error as its own, and libraries pass `error.message` beside the error:
 * both are dropped. A message that is not constant must not reach the log at all; ours are.
 */
export function dropWords(this: unknown, parts: unknown[], write: (...parts: never[]) => void): void {
  const [first] = parts;
  const holdsError = first instanceof Error || hasError(first);
  const about = first instanceof Error ? { err: first } : first;
  const kept = holdsError
    ? [about, 'an error']
    : parts.map((part) => (part instanceof Error ? withoutWords(part) : part));
  write.apply(this as never, kept as never[]);
}

const hasError = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).some((each) => each instanceof Error);
