// Letters, carried messages, recordings: the exact words, whose they are, and every yes they need (R49, R50).
import { change, put, type Id, type Reducers } from '../reducers.js';
import type { WordsKind } from '../vocabulary/process-types.js';

export interface Words {
  from: Id;
  to: Id;
  kind: WordsKind;
  /** Id and SHA-256 of the exact text; another text is another version and starts again. */
  text: Id;
  sha256: string;
  version: number;
  agreedAt: string | null;
  screened: { at: string; by: Id } | null;
  secondCheck: { at: string; by: Id } | null;
  held: { at: string; reason: Id } | null;
  passedAt: string | null;
  receipt: 'received' | 'read' | null;
  receiptToldAt: string | null;
  /** What the sender was told, which what happens later does not change. */
  receiptTold: 'received' | 'read' | null;
}
export interface ExchangeFacts {
  words: Record<Id, Words>;
}

export interface ExchangeEvents {
  'words.drafted': { wordsId: Id; from: Id; to: Id; kind: WordsKind; text: Id; sha256: string };
  'words.agreed': { wordsId: Id; participantId: Id; sha256: string };
  'words.screened': { wordsId: Id; sha256: string };
  'words.secondChecked': { wordsId: Id; sha256: string };
  'words.held': { wordsId: Id; reason: Id };
  'words.passed': { wordsId: Id };
  'words.receiptNoted': { wordsId: Id; participantId: Id; receipt: 'received' | 'read' };
  'words.receiptTold': { wordsId: Id };
}

export const begin = (): ExchangeFacts => ({ words: {} });

const about = (s: ExchangeFacts, id: Id, how: (w: Words) => Words): ExchangeFacts => ({
  ...s,
  words: change(s.words, id, how),
});

export const reducers: Reducers<ExchangeFacts, ExchangeEvents> = {
  // a new draft keeps nothing of what was agreed about the old one
  'words.drafted': (s, e) => ({
    ...s,
    words: put(s.words, e.wordsId, {
      from: e.from,
      to: e.to,
      kind: e.kind,
      text: e.text,
      sha256: e.sha256,
      version: (s.words[e.wordsId]?.version ?? 0) + 1,
      agreedAt: null,
      screened: null,
      secondCheck: null,
      held: null,
      passedAt: null,
      receipt: null,
      receiptToldAt: null,
      receiptTold: null,
    }),
  }),
  // said again of words that have gone: heard, and nothing comes of it
  'words.agreed': (s, e) => about(s, e.wordsId, (w) => (w.passedAt ? w : { ...w, agreedAt: e.at })),
  'words.screened': (s, e) => about(s, e.wordsId, (w) => ({ ...w, screened: { at: e.at, by: e.by }, held: null })),
  'words.secondChecked': (s, e) => about(s, e.wordsId, (w) => ({ ...w, secondCheck: { at: e.at, by: e.by } })),
  'words.held': (s, e) =>
    about(s, e.wordsId, (w) => ({ ...w, held: { at: e.at, reason: e.reason }, screened: null, secondCheck: null })),
  'words.passed': (s, e) => about(s, e.wordsId, (w) => ({ ...w, passedAt: e.at })),
  'words.receiptNoted': (s, e) => about(s, e.wordsId, (w) => ({ ...w, receipt: e.receipt })),
  'words.receiptTold': (s, e) => about(s, e.wordsId, (w) => ({ ...w, receiptToldAt: e.at, receiptTold: w.receipt })),
};
