// Misuse of a command, said in words for its sender; every other error is ours and stays masked.
import { apiError } from '../server/graphql/errors.js';

/** By the stable code of casework's errors. */
const misuses: Readonly<Record<string, string>> = {
  KEY_REUSED: 'This key was used before for a different command. Choose a new one.',
  BAD_COMMAND: 'A key is 1 to 200 plain characters.',
  UNKNOWN_STAFF: 'There is no such facilitator.',
  UNKNOWN_AREA: 'The service does not serve this area.',
};

/** Throws the error as BAD_USER_INPUT when the client can mend it, and as it is otherwise. */
export function inTheClientsWords(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = Object.hasOwn(misuses, code) ? misuses[code] : undefined;
  throw message === undefined ? error : apiError('BAD_USER_INPUT', message);
}
