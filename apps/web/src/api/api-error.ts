// Why the API gave no answer, as the page that asked must know it.

/** Codes of the API's closed list that a page tells apart, and `AWAY`: it could not be reached, or was too slow. */
export type ApiErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'TOO_MANY' | 'AWAY' | 'BROKEN';

/** A question without an answer. Carries no words of the API: what is said to people stands in the catalogue. */
export class ApiError extends Error {
  constructor(readonly code: ApiErrorCode) {
    super(`the API answered ${code}`);
  }
}
