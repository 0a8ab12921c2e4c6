// The register of consent texts: publishing one, reading them, and printing again what a person was shown (R29).
import type { Actor, Id, Purpose } from '#libs/case';
import { notYours, once, refused, type Decided, type DoneCommands } from '#libs/commands';
import { scopeOf, mayDo } from '#libs/permissions';
import { serviceScope, type Database, type Rows } from '#libs/database';
import type { JournalEntry } from '#libs/casework';
import { defaultTexts } from './defaults.js';
import { shownDocument } from './document.js';
import { givenBy, shown, type Shown } from './shown.js';
import { latestFor, named, wrongWith, type ConsentText, type NewConsentText } from './texts.js';

/** Where texts are kept. */
export interface TextRegister {
  all(rows: Rows, serviceId: Id, purpose?: Purpose): Promise<ConsentText[]>;
  /** Null when such a text is there already. */
  add(rows: Rows, serviceId: Id, text: NewConsentText, how: Published): Promise<Id | null>;
}
export interface Published {
  at: string;
  by: Id | null;
  draft: boolean;
}
/** The journal of a case, for who was shown what. Null when this actor may not see the case's details. */
export type JournalFor = (actor: Actor, caseId: Id) => Promise<JournalOfCase | null>;
export interface JournalOfCase {
  entries: JournalEntry[];
  /** Participant ids of the actor in this case; null for staff, who see all. */
  own: readonly Id[] | null;
}
/** The latest text for a purpose, what it is about, and the language the person reads. */
export type LatestText = (purpose: Purpose, about: string | null, language: string) => ConsentText | null;
/** A consent as it was given, and a page to print. */
export interface Reprint extends Shown {
  html: string;
}

export class ConsentTexts {
  constructor(
    private readonly database: Database,
    private readonly register: TextRegister,
    private readonly commands: DoneCommands,
    private readonly journalFor: JournalFor,
  ) {}

  /** Publishes a text for good. A manager's to do. */
  publish(actor: Actor, key: string, text: NewConsentText, at: string): Promise<Decided> {
    if (!mayDo(actor, 'publishConsentText')) return Promise.resolve(notYours);
    return once(this.database, this.commands, { actor, key, said: ['publish', text], at }, async (rows) => {
      const wrong = wrongWith(text);
      if (wrong.length > 0) return refused(...wrong);
      const known = await this.register.all(rows, actor.serviceId, text.purpose);
      if (text.about !== null && named(known, text)?.about === null)
        return refused('This version already names the general text of this purpose: choose another version.');
      const id = await this.register.add(rows, actor.serviceId, text, { at, by: actor.id, draft: false });
      return id === null
        ? refused('This version is published in this language, and stays as it is: choose another version.')
        : { ok: true, id };
    });
  }

  /** Every text of the service, latest first; none for who does not work for it. */
  async list(actor: Actor, purpose?: Purpose): Promise<ConsentText[]> {
    if (!mayDo(actor, 'readConsentTexts')) return [];
    return this.register.all(this.database.as(scopeOf(actor)), actor.serviceId, purpose);
  }

  /** The texts by which people of the actor's service are asked now: read once, then the latest for each question; null where there is none. */
  async asked(actor: Actor): Promise<LatestText> {
    const texts = await this.register.all(this.database.as(scopeOf(actor)), actor.serviceId);
    return (purpose, about, language) => latestFor(texts, purpose, about, language);
  }

  /** The words a participant had before them when they last said yes by `asked.at`; null when they had not, or it is not theirs to see. */
  async asShown(actor: Actor, asked: AskedShown): Promise<Reprint | null> {
    const journal = await this.journalFor(actor, asked.caseId);
    if (!journal || journal.own?.includes(asked.participantId) === false) return null;
    const given = givenBy(journal.entries, asked.participantId).findLast(
      (g) =>
        g.purpose === asked.purpose &&
        g.about === (asked.about ?? null) &&
        (asked.processId == null || g.processId === asked.processId) &&
        g.givenAt <= asked.at,
    );
    if (!given) return null;
    const texts = await this.register.all(this.database.as(scopeOf(actor)), actor.serviceId, given.purpose);
    const reprint = shown(given, named(texts, given) ?? null);
    return { ...reprint, html: shownDocument(reprint) };
  }
}
export interface AskedShown {
  caseId: Id;
  participantId: Id;
  purpose: Purpose;
  about?: string | null;
  /** The process it was a yes to; left out: the latest of any. */
  processId?: Id | null;
  /** ISO instant. */
  at: string;
}

/** Publishes the texts that come with the program where the service has none of that name. May run at every start. */
export async function publishDefaults(
  database: Database,
  register: TextRegister,
  serviceId: Id,
  at: string,
): Promise<void> {
  await database.within(serviceScope(serviceId), async (rows) => {
    const known = await register.all(rows, serviceId);
    const missing = defaultTexts().filter((text) => named(known, text)?.about !== text.about);
    for (const text of missing) await register.add(rows, serviceId, text, { at, by: null, draft: true });
  });
}
