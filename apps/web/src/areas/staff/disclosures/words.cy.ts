// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Datgeliadau',
  lead: 'Beth aeth at bwy, ar ba sail. Cofnodir yr hyn yr oedd y gyfraith neu berygl yn ei fynnu o dudalen person mewn achos.',
  day: 'Diwrnod',
  to: 'At',
  ground: 'Sail',
  what: 'Beth',
  told: 'A ddywedwyd wrthynt?',
  which: 'Achos',
  open: 'Agor yr achos',
  yes: 'Do',
  no: 'Naddo',
  notKnown: 'Heb ei gofnodi',
  notShown: 'Nid i chi, neu ddim ar gadw mwyach',
  none: 'Ni ddatgelwyd dim.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Cynharach',
};
