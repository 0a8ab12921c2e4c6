// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy all fod yn un person',
  lead: 'Mae dau gofnod yn debyg. Chi sy’n barnu; ni chyfunir dim ar ei ben ei hun, a gellir tynnu cyfuniad yn ôl.',
  pair: 'Tebygrwydd {{score}} o 100',
  across: 'Maent ar ochrau gwahanol: i’r arweinydd diogelu yn unig',
  agrees: 'Beth sy’n cytuno',
  against: 'Beth sy’n siarad yn ei erbyn',
  cases: 'Yn yr achosion hyn',
  merge: 'Yr un person ydynt',
  apart: 'Dau berson ydynt',
  undo: 'Tynnu’r cyfuniad yn ôl',
  unnamed: 'Nid oes enw ar gadw',
  none: 'Nid oes dau gofnod yn debyg.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
