// A case from its journal: the facts are the fold of what happened, and no rule is judged again.
import { advance } from './advance.js';
import { open } from './decide.js';
import type { CaseEvent } from './facts.js';
import { defaults } from './settings.js';
import type { StoredCase } from './stored.js';

/** A journal that cannot have happened: it does not begin with an opening, or holds an event the case would not have listened to. */
export class BrokenJournal extends Error {
  constructor(
    readonly seq: number,
    readonly type: string,
  ) {
    super(`Entry ${seq} (${type}) does not fit the journal before it`);
    this.name = 'BrokenJournal';
  }
}

/** The case after these events, first to last. Throws BrokenJournal. */
export function fold(events: readonly CaseEvent[]): StoredCase {
  const [first, ...rest] = events;
  if (first?.type !== 'case.opened') throw new BrokenJournal(1, first?.type ?? 'nothing');
  return rest.reduce<StoredCase>((stored, event, i) => {
    const next = advance(stored, event, null);
    if (!next) throw new BrokenJournal(i + 2, event.type);
    return next;
  }, open(first, defaults).next);
}
