// What a refusal may say to its reader: staff on the case everything, a participant nothing that speaks of another.
import { consentPurposes, uuidsIn, type Actor, type Blocker, type Rule } from '#libs/case';
import { inWords } from './blocker-in-words.js';

/** A blocker as the schema shows it. */
export interface Shown {
  readonly rule: string;
  readonly about: string;
  readonly whoCanSupply: string;
  readonly since: string | null;
  readonly words: string;
}
/** A blocker for staff. */
export const explained = (blocker: Blocker): Shown => ({
  rule: blocker.rule,
  about: blocker.about,
  whoCanSupply: blocker.who,
  since: blocker.since,
  words: inWords(blocker),
});

/** Rules about what a person said or gave themselves. All others speak of the case or of another person: not to them. */
const ownRules: ReadonlySet<Rule> = new Set<Rule>([
  'unsound',
  'unknown',
  'age',
  'capacity',
  'consent',
  'consentEnded',
  'consentLapsed',
  'consentNotWritten',
  'notNow',
  'consentText',
  'safeContact',
]);

/** The ids in what a blocker is about. In the key of a consent the process is the one that the person themselves speaks of. */
function idsIn(about: string): string[] {
  const [who = '', purpose = '', , what] = about.split('|');
  return what !== undefined && Object.hasOwn(consentPurposes, purpose) ? uuidsIn(`${who}|${what}`) : uuidsIn(about);
}

/**
 * A refusal as its reader may see it. For a participant: blockers of an own rule that name no id but those the person sent
 * about themselves, and without a date, which could be the day on which another person did something; when none of them is
 * left, it is simply not the time. `self` is the participant that the event is about.
 */
export function shownTo(
  actor: Actor,
  why: 'not-now' | 'blocked' | 'not-permitted',
  blockers: readonly Blocker[],
  self: unknown,
) {
  if (actor.kind !== 'participant') return { why: reasons[why], blockers: blockers.map(explained) };
  const own = blockers.filter((b) => ownRules.has(b.rule) && idsIn(b.about).every((id) => id === self));
  const left = why === 'blocked' && own.length === 0 ? 'not-now' : why;
  return { why: reasons[left], blockers: own.map((b) => explained({ ...b, since: null })) };
}

const reasons = { 'not-now': 'notNow', blocked: 'blocked', 'not-permitted': 'notPermitted' } as const;
