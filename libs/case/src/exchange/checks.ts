// What makes an event about words incomplete or wrong: other words than those agreed, or one pair of eyes twice (R49, R50).
import { blocker, when, type Blocker } from '../blocker.js';
import type { Checks } from '../event-checks.js';
import type { Facts } from '../facts.js';
import { partyOf } from '../people/taking-part.js';
import { inOwnVoice } from '../people/informed.js';
import type { ExchangeEvents } from './facts.js';

const known = (f: Facts, e: { wordsId: string; sha256?: string }): Blocker[] => {
  const w = f.exchange.words[e.wordsId];
  if (!w) return [blocker('unknown', 'wordsId', 'facilitator')];
  return [
    ...when(w.passedAt !== null, 'unsound', 'wordsId', 'facilitator', w.passedAt),
    ...when(e.sha256 !== undefined && e.sha256 !== w.sha256, 'unsound', 'sha256', 'facilitator'),
  ];
};

const notTheirs: Blocker[] = [blocker('unknown', 'wordsId', 'facilitator')];

export const checks: Checks<ExchangeEvents> = {
  'words.drafted': (e, f) => {
    const from = partyOf(f, e.from);
    const to = partyOf(f, e.to);
    return [
      ...when(from === null || to === null || from === to, 'unsound', 'to', 'facilitator'),
      ...when(Boolean(f.exchange.words[e.wordsId]?.passedAt), 'unsound', 'wordsId', 'facilitator'),
    ];
  },
  // Whose words they are not does not learn that there are any, nor their sender whether they were passed on (R49, R50).
  'words.agreed': (e, f) => {
    const w = f.exchange.words[e.wordsId];
    if (w?.from !== e.participantId) return notTheirs;
    return inOwnVoice(e, f) ? when(e.sha256 !== w.sha256, 'unsound', 'sha256', 'facilitator') : known(f, e);
  },
  'words.screened': (e, f) => known(f, e),
  'words.secondChecked': (e, f) => {
    const screened = f.exchange.words[e.wordsId]?.screened;
    return [
      ...known(f, e),
      ...when(!screened, 'words', `${e.wordsId}|screening`, 'facilitator'),
      ...when(screened?.by === e.by, 'author', e.wordsId, 'supervisor'),
    ];
  },
  'words.held': (e, f) => known(f, e),
  'words.receiptNoted': (e, f) => {
    const w = f.exchange.words[e.wordsId];
    return w?.passedAt && w.to === e.participantId ? [] : notTheirs;
  },
};
