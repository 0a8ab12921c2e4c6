// Says a blocker in one plain sentence, from the words of libs/case.
import { rules, suppliers, type Blocker } from '#libs/case';

/** For example: "A safeguarding sign-off is missing. The safeguarding lead can supply it." */
export function inWords({ rule, who }: Blocker): string {
  const what = rules[rule];
  const by = suppliers[who].says;
  return who === 'clock'
    ? `${what}. It comes with time.`
    : `${what}. ${by[0]?.toUpperCase()}${by.slice(1)} can supply it.`;
}
