// When the session of a request ends if nothing more is asked with it: told beside each answer, so that a page can say so in time.
import type { Session } from '#libs/sign-in';

/** The header of an answer. */
export const SESSION_ENDS = 'concord-session-ends';

/** ISO instant: so long after this request as it may lie unused, and never after its last hour. */
export function endOf({ expiresAt, idleMinutes }: Pick<Session, 'expiresAt' | 'idleMinutes'>, now: Date): string {
  const unused = now.getTime() + idleMinutes * 60_000;
  return new Date(Math.min(unused, Date.parse(expiresAt))).toISOString();
}
