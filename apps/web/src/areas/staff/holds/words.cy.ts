// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Daliadau cyfreithiol',
  lead: 'Ni chaiff dim y mae dal yn ei gwmpasu ei ddileu tra bydd yn sefyll. Gosodir un o dudalen person mewn achos.',
  what: 'Beth a ddelir',
  why: 'Pam',
  placed: 'Gosodwyd',
  lifted: 'Codwyd',
  ofCase: 'Achos',
  ofPerson: 'Person',
  erased: 'Ddim ar gadw mwyach',
  lift: 'Ei godi',
  none: 'Nid oes dal.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
