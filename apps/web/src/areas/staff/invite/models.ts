// What the page of inviting draws: whose invitation it is, how a code can reach them, and the invitations made so far.
import type { Speaker } from '../../../locale/speaker.js';
import { formAddress, personAddress } from '../addresses.js';
import { bandOf } from '../case-band.js';
import type { StaffInviteQuery } from './page.generated.js';
import type { en } from './words.en.js';

export type Own = keyof typeof en;
export interface OfPerson {
  readonly caseId: string;
  readonly participantId: string;
}

const ways = ['post', 'phone', 'inPerson', 'safeChannel'] as const;
const checks = ['inPerson', 'calledBack', 'questions'] as const;
/** States in which something can still come of an invitation, or has. */
const endable: ReadonlySet<string> = new Set(['waiting', 'open', 'blocked', 'used']);

/** Null where the case or the person is not there for this reader. */
export function inviteModel(
  { case: found, invitations }: StaffInviteQuery,
  { caseId, participantId }: OfPerson,
  speaker: Speaker<Own>,
) {
  const { say, moment } = speaker;
  const person = found?.participants?.find(({ id }) => id === participantId);
  if (!found || !person) return null;
  const action = `${personAddress(caseId, participantId)}/invite`;
  return {
    band: bandOf(found, person, speaker),
    action,
    leave: personAddress(caseId, participantId),
    ways: ways.map((value) => ({ value, text: say(`how_${value}`), hint: say(`how_${value}Hint`) })),
    checks: checks.map((value) => ({ value, text: say(`checked_${value}`) })),
    made: invitations
      .filter((one) => one.participantId === participantId)
      .map((one) => ({
        id: one.id,
        state: say(`state_${one.state}`),
        how: say(`how_${one.how}`),
        made: moment(one.madeAt),
        until: moment(one.expiresAt),
        helped: one.checked === null ? null : say(`checked_${one.checked}`),
        end: endable.has(one.state) ? say(one.state === 'used' ? 'endSessions' : 'takeBack') : null,
      })),
    concernAt: formAddress(caseId, 'raise-concern'),
  };
}
