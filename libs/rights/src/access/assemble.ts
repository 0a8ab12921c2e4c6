// Everything held about one person put together: what is theirs and what a review released; not how much it withheld (R70).
import { communicationKinds, happenedAt, notices, roles, uuidsIn, type Facts, type Id } from '#libs/case';
import { eventOf, type JournalEntry } from '#libs/casework';
import type { RetentionNotice } from '../record-classes/register.js';
import { type ConsentText, named } from '../consent/texts.js';
import { givenBy, shown, type Shown } from '../consent/shown.js';
import type { Disclosure } from '../sharing/sharing.js';
import { disclosureGrounds } from '../sharing/words.js';
import { concernOf, textsNamedBy } from './concerns.js';
import { entryInWords, type EntryInWords } from './entry-in-words.js';

/** Words as they are held; `ownerId`: the person they are about, else the case. */
export interface HeldText {
  id: Id;
  audience: string;
  ownerId: Id;
  words: string | null;
  at: string;
}
/** One part of the person, with everything of the case that could be theirs. */
export interface PartHeld {
  caseId: Id;
  reference: string;
  participantId: Id;
  facts: Facts;
  entries: JournalEntry[];
  texts: HeldText[];
  messages: { template: keyof typeof notices; on: string }[];
}
export interface Subject {
  personId: Id;
  /** Values with what each is called. */
  values: { field: string; says: string; value: string }[];
  parts: PartHeld[];
  disclosures: Disclosure[];
  reads: { on: string; who: string }[];
  kept: RetentionNotice[];
  consentTexts: ConsentText[];
}
export const withholdGrounds = {
  thirdParty: { says: 'It is about somebody else as well' },
  safeguarding: { says: 'To keep somebody safe' },
  legalPrivilege: { says: 'Legal advice' },
  crime: { says: 'To prevent or investigate crime' },
  seriousHarm: { says: 'It could seriously harm somebody’s health' },
  notAboutThem: { says: 'It is not about you' },
} as const satisfies Record<string, { says: string }>;
export type WithholdGround = keyof typeof withholdGrounds;

/** Something by staff that a person with the right position must look at before it leaves. */
export interface ReviewItem {
  /** `case/seq` of a journal entry, or the id of words without one. */
  item: string;
  caseId: Id;
  what: string;
  at: string;
  texts: HeldText[];
  /** Whether any of its words are for safeguarding alone: then the safeguarding lead decides. */
  safeguarding: boolean;
}
/** The latest decision on each item; null withholds nothing. */
export type Decisions = ReadonlyMap<string, WithholdGround | null>;

interface Entry extends EntryInWords {
  at: string;
  words: string[];
}
/** `at`: when they agreed to it, or it was passed to them; empty while neither. */
interface Letter {
  kind: string;
  direction: 'written' | 'received';
  at: string;
  words: string | null;
}
export interface Export {
  about: { field: string; says: string; value: string }[];
  cases: {
    reference: string;
    role: string;
    happened: Entry[];
    consents: Shown[];
    letters: Letter[];
    agreed: { what: string | null; dueOn: string; outcome: string | null }[];
    messages: { on: string; words: string }[];
    notes: Entry[];
  }[];
  disclosures: { on: string; to: string; ground: string; told: string; what: string | null }[];
  /** London days, each with who looked in neutral words. */
  reads: { on: string; who: string }[];
  kept: RetentionNotice[];
}

const entriesOf = (part: PartHeld) => part.entries.map((entry) => ({ entry, event: eventOf(entry) }));

/** What must be decided before anything leaves: entries and words by staff about the person or about the case. */
export function reviewItems({ personId, parts }: Pick<Subject, 'personId' | 'parts'>): ReviewItem[] {
  return parts.flatMap((part) => {
    const { caseId, facts, participantId } = part;
    const text = new Map(part.texts.map((one) => [one.id, one]));
    const spoken = new Set<Id>();
    const items = entriesOf(part).flatMap(({ entry, event }): ReviewItem[] => {
      const ids = textsNamedBy(event);
      for (const id of ids) spoken.add(id);
      if (concernOf(event, facts, participantId) !== 'review') return [];
      const texts = ids.flatMap((id) => text.get(id) ?? []);
      const item = `${caseId}/${entry.seq}`;
      return [
        {
          item,
          caseId,
          what: entryInWords(event).what,
          at: happenedAt(event),
          texts,
          safeguarding: isSafeguarding(texts),
        },
      ];
    });
    const loose = part.texts.filter((one) => !spoken.has(one.id) && one.audience !== participantId);
    const theirs = loose.filter(({ ownerId }) => ownerId === personId || ownerId === caseId);
    return [
      ...items,
      ...theirs.map((one) => ({
        item: one.id,
        caseId,
        what: 'words that came with the case',
        at: one.at,
        texts: [one],
        safeguarding: isSafeguarding([one]),
      })),
    ];
  });
}
const isSafeguarding = (texts: readonly HeldText[]): boolean =>
  texts.some(({ audience }) => audience === 'safeguarding');

/** The export. `decisions` has one for every item: ask `reviewItems` first. */
export function exportOf(subject: Subject, decisions: Decisions): Export {
  const items = reviewItems(subject);
  const released = new Set(items.filter(({ item }) => decisions.get(item) === null).map(({ item }) => item));
  return {
    about: subject.values,
    cases: subject.parts.map((part) => ofPart(part, subject, released, items)),
    disclosures: subject.disclosures.map(({ on, organisation, ground, told, what }) => ({
      on,
      to: organisation,
      ground: disclosureGrounds[ground].says,
      told: told === null ? 'not recorded' : told ? 'you were told' : 'you were not told',
      what,
    })),
    reads: subject.reads,
    kept: subject.kept,
  };
}

function ofPart(part: PartHeld, subject: Subject, released: ReadonlySet<string>, items: readonly ReviewItem[]) {
  const { facts, participantId: me, caseId } = part;
  const words = new Map(part.texts.map((one) => [one.id, one.words]));
  const entry = ({ entry: { seq }, event }: ReturnType<typeof entriesOf>[number]): Entry & { item: string } => ({
    at: happenedAt(event),
    ...entryInWords(event),
    words: textsNamedBy(event).flatMap((id) => words.get(id) ?? []),
    item: `${caseId}/${seq}`,
  });
  const all = entriesOf(part);
  const bare = ({ item: _, ...rest }: Entry & { item: string }): Entry => rest;
  const loose = items.filter((one) => one.caseId === caseId && !one.item.includes('/') && released.has(one.item));
  return {
    reference: part.reference,
    role: roles[facts.people.participants[me]?.role ?? 'observer'].says,
    happened: all
      .filter(({ event }) => concernOf(event, facts, me) === 'own')
      .map(entry)
      .map(bare),
    consents: givenBy(part.entries, me).map((given) => {
      const { participantId: _, processId: __, ...rest } = shown(given, named(subject.consentTexts, given) ?? null);
      return { ...rest, about: hideIds(rest.about) } as Shown;
    }),
    letters: lettersOf(part, words),
    agreed: Object.values(facts.processes)
      .flatMap(({ agreement }) => Object.values(agreement.items))
      .filter(({ doer, recipient, agreedAt }) => agreedAt !== null && (doer === me || recipient === me))
      .map(({ text, dueOn, outcome }) => ({ what: words.get(text) ?? null, dueOn, outcome: outcome?.outcome ?? null })),
    messages: part.messages.map(({ on, template }) => ({ on, words: notices[template].says })),
    notes: [
      ...all
        .map(entry)
        .filter(({ item }) => released.has(item))
        .map(bare),
      ...loose.map(({ at, what, texts }) => ({ at, what, details: {}, words: texts.flatMap((t) => t.words ?? []) })),
    ],
  };
}

/** What they wrote, as it stands, and what was passed to them, with their own yes to receiving it. */
const lettersOf = ({ facts, participantId: me }: PartHeld, words: ReadonlyMap<Id, string | null>): Letter[] =>
  Object.values(facts.processes)
    .flatMap(({ communication }) => Object.values(communication.of))
    .flatMap(({ from, to, kind, text, passedAt, agreedAt }): Letter[] => {
      const held = { kind: communicationKinds[kind].says, words: words.get(text) ?? null };
      if (from === me) return [{ ...held, direction: 'written', at: agreedAt ?? passedAt ?? '' }];
      return to === me && passedAt !== null ? [{ ...held, direction: 'received', at: passedAt }] : [];
    });

const hideIds = (about: string | null): string | null => (about !== null && uuidsIn(about).length > 0 ? null : about);
