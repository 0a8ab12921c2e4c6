// The one error a person at the keyboard may meet from the embedded PostgreSQL: a sentence, never a stack.

/** PostgreSQL cannot run here; the message is one line that says why and what to do. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}
