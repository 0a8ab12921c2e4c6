// What was agreed, who is followed up, and what is due when.
import { deadlines, due, followUpsOf, type Id, type Process } from '#libs/case';
import type { Seen } from '../seen.js';
import { rows, text } from './by-name.js';

export function agreement(seen: Seen, process: Process) {
  const { outcome, items } = process.agreement;
  return {
    outcome: outcome?.outcome ?? null,
    decidedAt: outcome?.at ?? null,
    items: rows(items).map((item) => ({
      ...item,
      text: text(seen, item.text),
      evidence: text(seen, item.evidence),
      monitor: text(seen, item.monitor),
      proportionateAt: item.proportionate?.at ?? null,
      outcome: item.outcome?.outcome ?? null,
      outcomeAt: item.outcome?.at ?? null,
    })),
  };
}

/** Contacts that were made, and those still to come (R62). */
export function followUp({ facts, row: { settings } }: Seen, processId: Id, process: Process) {
  const named = (key: string) => {
    const [participantId, point] = key.split('|');
    return { participantId, point };
  };
  const done = Object.entries(process.followUp.contacts).map(([key, { at, outcome }]) => ({
    ...named(key),
    dueAt: null,
    doneAt: at,
    outcome,
  }));
  const coming = followUpsOf(facts, processId, settings).map(({ participantId, point, on }) => ({
    participantId,
    point,
    dueAt: on,
    doneAt: null,
    outcome: null,
  }));
  return [...done, ...coming];
}

export const shares = ({ facts }: Seen) => facts.sharing.shares;

export const deadlinesIn = ({ facts, row: { settings } }: Seen) =>
  due(facts, settings)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((deadline) => ({ ...deadline, words: deadlines[deadline.name].says }));
