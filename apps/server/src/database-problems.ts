// Errors of roles and rights are something a person can mend: a line, and no stack.
import { CannotStart } from '#libs/config';
import { databaseProblem } from '#libs/database';

/** @throws CannotStart with that line of what roles or rights lack in the place of the error; any other error as it is. */
export async function inPlainWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const line = databaseProblem(error);
    throw line === null ? error : new CannotStart(line);
  }
}
