// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Dod o hyd i berson',
  intro:
    'Ni chedwir yr hyn yr ydych yn chwilio amdano, ac nid yw mewn unrhyw gyfeiriad. Cofnodir eich bod wedi chwilio, a phwy a gafwyd.',
  words: 'Enw, rhif ffôn, cyfeiriad e-bost, dyddiad geni neu gyfeirnod trosedd',
  wordsHint: 'Ceir enwau fel maen nhw’n swnio hefyd. Rhowch ddau beth i gael llai o bobl: enw a dyddiad geni.',
  wordsMissing: 'Ysgrifennwch am beth yr ydych yn chwilio',
  wordsLong: 'Mae hyn yn rhy hir',
  side: 'Ble i chwilio?',
  sideHint: 'Un ochr ar y tro, fel na welir bod neb ar y ddwy',
  sideMissing: 'Dewiswch ble i chwilio',
  harmed: 'Ymhlith pobl a niweidiwyd, a’r rhai sydd yno iddynt',
  responsible: 'Ymhlith pobl a gyfeiriwyd fel rhai cyfrifol, a’r rhai sydd yno iddynt',
  neither: 'Ymhlith pobl ar y naill ochr na’r llall',
  all: 'Ym mhobman',
  find: 'Chwilio',
  found: 'Cafwyd',
  who: 'Enw',
  cases: 'Achosion',
  noName: 'Ni chedwir enw',
  noCase: 'Mewn dim achos',
  nobody: 'Ni chafwyd neb. Rhowch gynnig ar lai o eiriau, neu ochr arall.',
  more: 'Dangos mwy',
};
