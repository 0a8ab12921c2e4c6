// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy edrychodd ar achos {{reference}}',
  heading: 'Pwy edrychodd',
  lead: 'Pawb a gafodd weld rhywbeth o’r achos hwn, y diweddaraf yn gyntaf. Mae edrych ar y rhestr hon hefyd yn cael ei gofnodi.',
  who: 'Pwy',
  when: 'Pryd',
  why: 'Pam y cânt',
  how: 'Beth wnaethant',
  you: 'Chi',
  assisted: 'mewngofnodwyd gyda chymorth {{who}}',
  none: 'Nid oes neb wedi edrych eto.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Cynharach',
};
