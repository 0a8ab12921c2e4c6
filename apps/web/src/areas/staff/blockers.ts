// Blockers as pages for staff show them: the words of the API, who can supply what is missing and since when, and a link where it is this reader's to supply.
import { commandFor, idIn, suppliedBy } from '../../command-form/supplied-by.js';
import type { BlockerModel } from '../../kit/doors/doors.js';
import type { ProblemModel } from '../../kit/problems/problems.js';
import type { Speaker } from '../../locale/speaker.js';
import { formAddress } from './addresses.js';
import { formFor } from './forms-of-commands.js';

export interface BlockerRead {
  readonly rule: string;
  readonly about: string;
  readonly whoCanSupply: string;
  readonly since: string | null;
  readonly words: string;
}

/** A step of the case, as far as a reader must know whether it is theirs. */
export interface DoorRead {
  readonly event: string;
  readonly yours: boolean;
}

/** What a case says of its reader: its id, and which steps are theirs. */
export interface ReaderOfCase {
  readonly caseId: string;
  readonly doors: readonly DoorRead[];
  /** Who is in it; left out where the words of the API name people already. */
  readonly participants?: readonly { readonly id: string; readonly name: string | null }[] | null;
}

/** Whether a command is the reader's to send, as the doors of the case say. */
export const isYours = (doors: readonly DoorRead[], verb: string): boolean =>
  doors.some(({ event, yours }) => yours && commandFor(event) === verb);

/** The API says whose a blocker is in its last sentence; beside it the page says so in a place of its own. */
const withoutSupplier = (words: string): string =>
  words.replace(/ [^.?!]* can supply it\.$| It comes with time\.$/, '');

/** Whom it is about, where its words do not say so themselves: "This person" is nobody to whoever reads a list. */
function named({ about, words }: BlockerRead, { participants }: ReaderOfCase): string {
  const name = participants?.find(({ id }) => id === idIn(about))?.name;
  return name == null || words.includes(name) ? words : `${name}: ${words}`;
}

/** Where what is missing is supplied; undefined where it is not this reader's, or has no form. */
function whereSupplied({ rule, about }: BlockerRead, { caseId, doors }: ReaderOfCase): string | undefined {
  const verb = suppliedBy(rule);
  const form = formFor(verb);
  if (!verb || !form || !isYours(doors, verb)) return undefined;
  const named = form.subject?.ofBlocker(about);
  if (named) return formAddress(caseId, form.address, named);
  return formAddress(caseId, form.address, { about: form.about === null ? null : idIn(about) });
}

/** A blocker beside a shut door. */
export function blockerModel(blocker: BlockerRead, reader: ReaderOfCase, speaker: Speaker): BlockerModel {
  const href = whereSupplied(blocker, reader);
  return {
    what: withoutSupplier(named(blocker, reader)),
    ...(speaker.language !== 'en' && { lang: 'en' }),
    who: speaker.name('suppliers', blocker.whoCanSupply),
    ...(blocker.since !== null && { since: speaker.since(blocker.since) }),
    ...(href !== undefined && { go: { text: speaker.say('command.supply'), href } }),
  };
}

/** A blocker in the error summary of a form that was refused. */
export function blockerProblem(blocker: BlockerRead, reader: ReaderOfCase, speaker: Speaker): ProblemModel {
  const { what, lang, who, since, go } = blockerModel(blocker, reader, speaker);
  return {
    text: what,
    ...(lang !== undefined && { lang }),
    who: since === undefined ? who : speaker.say('command.whoSince', { who, since }),
    ...(go && { go }),
  };
}
