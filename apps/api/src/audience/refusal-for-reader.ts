// What a refusal may say to its reader: staff on the case everything, a participant nothing that speaks of another.
import {
  consentPurposes,
  uuidsIn,
  type Actor,
  type Blocker,
  type EventType,
  type Position,
  type Refusal,
  type Rule,
} from '#libs/case';
import { catalogueFor, ownRules, type OwnRule } from '#libs/words';
import { inWords } from './blocker-in-words.js';
import { inOneBreath } from './in-one-breath.js';
import { namedIn, type Named, type People } from './named.js';
import { toThemselves } from './to-themselves.js';

/** A blocker as the schema shows it. */
export interface Shown {
  readonly rule: string;
  readonly about: string;
  readonly whoCanSupply: string;
  readonly since: string | null;
  readonly words: string;
  /** Whom it is about; their names come before the words. */
  readonly named: readonly Named[];
}
/** Blockers for staff who see these people; `event` is what was refused, where something was. */
export const explainedWith =
  (people: People, event?: EventType) =>
  (blocker: Blocker): Shown => ({
    rule: blocker.rule,
    about: blocker.about,
    whoCanSupply: blocker.who,
    since: blocker.since,
    words: inWords(blocker, event),
    named: namedIn(blocker, people),
  });

const isOwn = (rule: Rule): rule is OwnRule => (ownRules as readonly Rule[]).includes(rule);

/** The ids in what a blocker is about. In the key of a consent the process is the one that the person themselves speaks of. */
function idsIn(about: string): string[] {
  const [who = '', purpose = '', , what] = about.split('|');
  return what !== undefined && Object.hasOwn(consentPurposes, purpose) ? uuidsIn(`${who}|${what}`) : uuidsIn(about);
}

/** What was refused: which event, about which participant, and in which language its teller reads. */
export interface Told {
  readonly type: EventType;
  readonly self: unknown;
  readonly language: string | null;
}

/**
 * A refusal as its reader may see it. For a participant: blockers of an own rule that name no id but those the person sent
 * about themselves, and without a date, which could be the day on which another person did something; when none of them is
 * left, it is simply not the time. Whatever is left out, a sentence says what it means for them, the same for everybody.
 */
export function shownTo(actor: Actor, { why, blockers, whoMay = [] }: Refusal, { type, self, language }: Told) {
  if (actor.kind !== 'participant')
    return {
      why: reasons[why],
      words: said(why, whoMay),
      whoMay,
      blockers: blockers.map(explainedWith({}, type)),
    };
  const own = blockers.filter((b) => isOwn(b.rule) && idsIn(b.about).every((id) => id === self));
  const left = reasons[why === 'blocked' && own.length === 0 ? 'not-now' : why];
  const words = catalogueFor(language);
  return {
    why: left,
    words: words.refusals[left],
    whoMay: [],
    blockers: own.map((b) => ({ ...explainedWith({})({ ...b, since: null }), words: toThemselves(b, words) })),
  };
}

const reasons = { 'not-now': 'notNow', blocked: 'blocked', 'not-permitted': 'notPermitted' } as const;
/** What it means for a member of staff; what stands before it is said by each blocker. */
const said = (why: Refusal['why'], whoMay: readonly Position[]): string =>
  why === 'not-permitted'
    ? `This is not yours to do. It is for ${inOneBreath(whoMay)}.`
    : why === 'not-now'
      ? 'The case has not come to this.'
      : 'Something stands before this.';
