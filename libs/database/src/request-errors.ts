// Errors of the caller's: a request that no state of any case could make right. Refusals are answers instead.

/** The idempotency key was used before for a different command. Choose a new key; nothing was written. */
export class KeyReused extends Error {
  readonly code = 'KEY_REUSED';
  constructor() {
    super('This idempotency key was used before for a different command');
  }
}
/** What was asked for cannot be: an unknown member of staff, words without a place, a period that ends before it begins. `code` is stable. */
export class InvalidRequest extends Error {
  constructor(
    readonly code: 'BAD_COMMAND' | 'UNKNOWN_STAFF' | 'TEXT_MISSING' | 'TEXT_UNKNOWN',
    message: string,
  ) {
    super(message);
  }
}
