// What makes an event about a communication incomplete or wrong: another text than that agreed, or one person checking twice (R49, R50).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import { inOwnVoice } from '../people/informed.js';
import { sideOf } from '../process/members.js';
import type { Communication, CommunicationEvents } from './facts.js';

interface About {
  processId: string;
  communicationId: string;
  sha256?: string;
}
const found = (f: Facts, e: About): Communication | undefined =>
  f.processes[e.processId]?.communication.of[e.communicationId];
const known = (f: Facts, e: About): Blocker[] => {
  const c = found(f, e);
  if (!c) return [blocker('unknown', 'communicationId', 'facilitator')];
  return [
    ...when(c.passedAt !== null, 'unsound', 'communicationId', 'facilitator', c.passedAt),
    ...when(e.sha256 !== undefined && e.sha256 !== c.sha256, 'unsound', 'sha256', 'facilitator'),
  ];
};
const notTheirs: Blocker[] = [blocker('unknown', 'communicationId', 'facilitator')];

export const checks: Checks<CommunicationEvents> = {
  'communication.drafted': (e, f) => {
    const p = f.processes[e.processId];
    const [from, to] = p ? [sideOf(p, e.from), sideOf(p, e.to)] : [null, null];
    return [
      ...when(from === null || to === null || from === to, 'unsound', 'to', 'facilitator'),
      ...when(Boolean(found(f, e)?.passedAt), 'unsound', 'communicationId', 'facilitator'),
    ];
  },
  // Whoever did not write it does not learn that there is any, nor its sender whether it was passed on (R49, R50).
  'communication.agreed': (e, f) => {
    const c = found(f, e);
    if (c?.from !== e.participantId) return notTheirs;
    return inOwnVoice(e, f) ? when(e.sha256 !== c.sha256, 'unsound', 'sha256', 'facilitator') : known(f, e);
  },
  'communication.takenBack': (e, f) => {
    if (found(f, e)?.from !== e.participantId) return notTheirs;
    return inOwnVoice(e, f) ? [] : known(f, e);
  },
  'communication.screened': (e, f) => known(f, e),
  'communication.secondChecked': (e, f) => {
    const screened = found(f, e)?.screened;
    return [
      ...known(f, e),
      ...when(!screened, 'communication', `${e.communicationId},screening`, 'facilitator'),
      ...when(screened?.by === e.by, 'author', e.communicationId, 'supervisor'),
    ];
  },
  'communication.held': (e, f) => known(f, e),
  'communication.passed': (e, f) => [
    ...known(f, e),
    ...(e.companions ?? [])
      .filter((id) => f.processes[e.processId]?.members.of[id]?.of !== found(f, e)?.to)
      .map((id) => blocker('companion', id, 'facilitator')),
  ],
  'communication.receiptNoted': (e, f) => {
    const c = found(f, e);
    return c?.passedAt && c.to === e.participantId ? [] : notTheirs;
  },
};
