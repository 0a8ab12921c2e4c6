// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Ffeiliau o atgyfeiriadau',
  lead: 'Edrychir ar ffeil cyn cymryd dim ohoni. Mae rhesi na allant sefyll yn mynd yn ôl gyda rheswm plaen, ac fe’u hadnabyddir eto pan gânt eu trwsio.',
  file: 'Ffeil o atgyfeiriadau (CSV, XLSX neu JSON)',
  look: 'Ei hanfon i mewn, ac edrych',
  fileMissing: 'Dewiswch ffeil',
  fileRefused: 'Ni chymerir y ffeil hon: mae’n fwy nag y mae’r gwasanaeth yn ei gymryd, neu nid yw’n ffeil',
  files: 'Wedi’u hanfon i mewn',
  sent: 'Anfonwyd',
  whose: 'Eiddo pwy',
  state: 'Nawr',
  taken: 'Rhesi a gymerwyd',
  returned: 'Aeth yn ôl',
  progress: '{{done}} o {{of}} atgyfeiriad',
  notYet: 'Heb ei ddweud eto',
  none: 'Ni anfonwyd ffeil i mewn.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Cynharach',
};
