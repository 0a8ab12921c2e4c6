// Says a blocker in one plain sentence, from the words of libs/case.
import { rules, suppliers } from '#libs/case';
import type { Blocker } from '../ports/casework.js';

const sentences: Readonly<Record<string, string>> = rules;
const people: Readonly<Record<string, { readonly says: string }>> = suppliers;

/** For example: "A safeguarding sign-off is missing. The safeguarding lead can supply it." */
export function inWords({ rule, who }: Blocker): string {
  const what = sentences[rule] ?? 'Something stands before it';
  const by = people[who]?.says;
  if (by === undefined) return `${what}.`;
  return who === 'clock' ? `${what}. It comes with time.` : `${what}. ${by[0]?.toUpperCase()}${by.slice(1)} can supply it.`;
}
