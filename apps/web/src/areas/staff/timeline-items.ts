// Entries of a journal in plain sentences, latest first.
import type { Shape } from '../../kit/icon/icon.js';
import type { TimelineModel } from '../../kit/timeline/timeline.js';
import type { Speaker } from '../../locale/speaker.js';

export interface EntryRead {
  readonly at: string;
  readonly type: string;
  readonly about: string | null;
  readonly by: { readonly id: string; readonly name: string | null };
  readonly texts?: readonly { readonly words: string | null }[];
}

/** Kinds that a timeline is filtered by, with the shape beside their entries. */
export const entryKinds = {
  contact: 'phone',
  consent: 'check',
  safety: 'shield',
  people: 'people',
  preparation: 'note',
  meeting: 'calendar',
  words: 'letter',
  case: 'page',
} as const satisfies Record<string, Shape>;
export type EntryKind = keyof typeof entryKinds;

const byPrefix: Readonly<Record<string, EntryKind>> = {
  contact: 'contact',
  safeContact: 'contact',
  channel: 'contact',
  needs: 'contact',
  offer: 'contact',
  preference: 'contact',
  followUp: 'contact',
  consent: 'consent',
  capacity: 'consent',
  bestInterests: 'consent',
  risk: 'safety',
  checkpoint: 'safety',
  flag: 'safety',
  concern: 'safety',
  order: 'safety',
  approval: 'safety',
  freeze: 'safety',
  deviation: 'safety',
  participant: 'people',
  member: 'people',
  facilitator: 'people',
  conflict: 'people',
  identity: 'people',
  age: 'people',
  preparation: 'preparation',
  readiness: 'preparation',
  arrangement: 'preparation',
  coWorking: 'preparation',
  conference: 'meeting',
  session: 'meeting',
  communication: 'words',
  exchange: 'words',
  notice: 'words',
  interest: 'words',
  name: 'words',
};

/** The kind of an entry. */
export const kindOf = (type: string): EntryKind => byPrefix[type.split('.')[0] ?? ''] ?? 'case';

/** `entries` in the order of the journal; `me` is called "you". */
export function timelineOf(
  entries: readonly EntryRead[],
  named: ReadonlyMap<string, string>,
  me: string,
  { say, name, moment }: Speaker,
): TimelineModel {
  return {
    items: entries.toReversed().map(({ at, type, about, by, texts = [] }) => ({
      shape: entryKinds[kindOf(type)],
      what: capital(name('events', type).replace('{{whom}}', named.get(about ?? '') ?? say('form.somebody'))),
      when: moment(at),
      by: by.id === me ? say('case.you') : (by.name ?? say('form.clock')),
      // What was written about one person is a confidence of their side: it stands on no screen of both.
      texts: about === null ? texts.flatMap(({ words }) => words ?? []) : [],
    })),
  };
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
