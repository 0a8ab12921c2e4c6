// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: '{{reason}}: bob tro',
  reads: 'Darlleniadau',
  when: 'Pryd',
  which: 'Achos',
  open: 'Agor yr achos',
  several: 'Achosion: {{count}}',
  why: 'Pam y cânt',
  how: 'Beth wnaethant',
  none: 'Ni ddarllenwyd dim.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Cynharach',
};
