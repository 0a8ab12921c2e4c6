// A person's name changes: what they are compared by changes with it, and the name before is kept as former.
import type { Values } from '../fields.js';
import { listed } from '../postgres/tokens.js';

const whole = ({ given, family }: Values): string => [given, family].filter(Boolean).join(' ');

/** What else is written when given or family name change: the whole name, and the list of former ones. */
export function renamed(held: Values, change: Values): Values {
  if (change.given === undefined && change.family === undefined) return {};
  const [before, after] = [held.asWritten ?? whole(held), whole({ ...held, ...change })];
  if (before === after) return {};
  const former = listed<string>(held.formerNames).filter((name) => name !== after && name !== before);
  const names = before === '' ? former : [...former, before];
  return { asWritten: after, ...(names.length > 0 ? { formerNames: JSON.stringify(names) } : {}) };
}
