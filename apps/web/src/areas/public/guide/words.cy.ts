// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Tudalennau i’w darllen',
  intro:
    'Mae pob tudalen ar gael mewn geiriau plaen, yn Hawdd ei Ddeall, mewn print bras ac ar bapur. Ffoniwch ni, a byddwn yn ei darllen i chi.',
  forms: 'Y dudalen hon mewn ffurfiau eraill',
  plain: 'Mewn geiriau plaen',
  easy: 'Hawdd ei Ddeall',
  large: 'Print bras',
  print: 'Ar bapur',
  printHow: 'Argraffwch y dudalen hon o ddewislen eich porwr. Nid yw’n enwi trosedd ar ei brig na pherson.',
  all: 'Pob tudalen',
};
