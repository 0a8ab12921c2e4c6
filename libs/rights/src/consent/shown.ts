// What a person had before them when they said yes: found in the journal, word for word, years later and also after they took it back (R29).
import { happenedAt, keyOf, type EventOf, type Id, type Purpose } from '#libs/case';
import { eventOf, type JournalEntry } from '#libs/casework';
import type { ConsentText } from './texts.js';

/** One consent as it was given. `ended`: when it was withdrawn or refused later; null while it was not. */
export interface Given {
  participantId: Id;
  purpose: Purpose;
  /** The process it was a yes to; null for a yes to the service. */
  processId: Id | null;
  about: string | null;
  version: string;
  language: string;
  /** Hexadecimal hash of the words as the journal has it; null for a consent from before texts were kept. */
  sha256: string | null;
  givenAt: string;
  form: string;
  explained: { items: readonly string[]; on: string; language: string };
  endedAt: string | null;
}
/** The words, with how sure it is that they are those: `proven` when the journal holds their hash. */
export interface Shown extends Given {
  words: string | null;
  proven: boolean;
}

/** Every consent this participant gave, oldest first. */
export function givenBy(entries: readonly JournalEntry[], participantId: Id): Given[] {
  const given: Given[] = [];
  const latest = new Map<string, Given>();
  for (const entry of entries) {
    const event = eventOf(entry);
    if (!('purpose' in event) || event.participantId !== participantId) continue;
    if (event.type === 'consent.given') {
      const one = asGiven(event);
      given.push(one);
      latest.set(keyOf(event), one);
    }
    if (event.type === 'consent.withdrawn' || event.type === 'consent.refused') {
      const last = latest.get(keyOf(event));
      // what was said before the yes and is written down after it ends nothing (R95)
      if (last?.endedAt === null && happenedAt(event) >= last.givenAt) last.endedAt = happenedAt(event);
    }
  }
  return given;
}

const asGiven = (event: EventOf<'consent.given'>): Given => ({
  participantId: event.participantId,
  purpose: event.purpose,
  processId: event.processId ?? null,
  about: event.about ?? null,
  version: event.text.version,
  language: event.text.language,
  sha256: event.textSha256 ?? null,
  givenAt: happenedAt(event),
  form: event.form,
  explained: { items: event.explained.items, on: event.explained.on, language: event.explained.language },
  endedAt: null,
});

/** The consent with its words; words that are not those the journal names are not shown as if they were. */
export function shown(given: Given, text: ConsentText | null): Shown {
  const same = text !== null && (given.sha256 === null || given.sha256 === text.sha256);
  return { ...given, words: same ? text.words : null, proven: same && given.sha256 !== null };
}
