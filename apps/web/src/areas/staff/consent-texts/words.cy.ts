// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Testunau cydsynio',
  lead: 'Mae pobl yn cytuno i’r union eiriau hyn. Ni chaiff testun a gyhoeddwyd byth ei newid na’i dynnu: fersiwn arall yw geiriad arall.',
  publish: 'Cyhoeddi testun',
  version: 'Fersiwn {{version}}, {{language}}',
  by: 'Cyhoeddwyd {{day}} gan {{who}}',
  came: 'Daeth gyda’r rhaglen {{day}}',
  draft: 'Drafft: i’r gwasanaeth ei gymeradwyo drwy fersiwn ei hun',
  read: 'Ei ddarllen',
  next: 'Cyhoeddi fersiwn newydd ohono',
  none: 'Nid oes testun eto.',
};
