// Doors that are always open: protection is never frozen, and nothing that a person says of themselves is refused for a door (R20, R37, R84).
import type { CaseEvent, Refusal, Settings } from '#libs/case';
import { noContactAfter } from './by-hand.js';
import type { Ledger } from './ledger.js';
import { days, said } from './terms.js';

const freezing: readonly string[] = ['concern', 'paused', 'stopped', 'indirectOnly'];

/** Why this should not have been refused. */
export function mustBeHeard(l: Ledger, e: CaseEvent, { blockers }: Refusal, s: Settings): string[] {
  const byFreeze = blockers.some((b) => freezing.includes(b.rule));
  switch (e.type) {
    case 'consent.withdrawn':
      return said(
        l.people.has(e.participantId) &&
          l.answer(e.participantId, e.purpose, e.processId, e.about)?.yes === 'given' &&
          e.on === undefined,
        'a withdrawal is refused',
      );
    case 'concern.raised':
      return said(
        !l.concerns.has(e.concernId) &&
          !l.freezes.has(e.concernId) &&
          (e.about === undefined || l.people.has(e.about)) &&
          (e.processId === undefined || l.processes.has(e.processId)),
        'a worry is refused',
      );
    case 'contact.attempted': {
      if (e.aim === 'substance') return [];
      const p = l.people.get(e.participantId);
      const safe = p?.safe ?? null;
      const may =
        p !== undefined &&
        !l.wordsUnread &&
        l.isTold(e.participantId) &&
        (p.approach === 'agreed' || p.approach === 'asked' || p.approach === 'referred') &&
        !noContactAfter.includes(p.left ?? '') &&
        safe !== null &&
        days(safe.at, e.at) <= s.safeContactDays &&
        safe.channels.includes(e.channel) &&
        !safe.frozen.has(e.channel);
      return [
        ...said(byFreeze, 'a freeze keeps somebody from being asked how they are'),
        ...said(may && e.on === undefined, `contact for ${e.aim} is refused`),
      ];
    }
    case 'session.steppedOut':
    case 'session.paused':
    case 'conference.cancelled':
    case 'conference.ended':
    case 'communication.takenBack':
    case 'member.left':
    case 'participant.left':
      return said(byFreeze, `a freeze keeps ${e.type} from being heard`);
    default:
      return [];
  }
}
