// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy sy’n gofyn am yr hyn a gedwir amdanynt',
  lead: 'Mae pob un yn ddyledus o fewn yr amser y mae’r gyfraith yn ei roi. Cofnodir un o dudalen person mewn achos.',
  received: 'Gofynnwyd ar',
  due: 'Yn ddyledus',
  answered: 'Atebwyd',
  next: 'Nesaf',
  late: 'hwyr',
  notYet: 'Ddim eto',
  review: 'Edrych drwyddo ac ateb',
  none: 'Nid oes neb wedi gofyn.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
