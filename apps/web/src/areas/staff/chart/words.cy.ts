// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Ble mae achos {{reference}}',
  lead: 'Pob cyflwr y gall proses fod ynddo, a ble y gall pob un arwain. Tynnwyd y llun o’r peiriant sy’n penderfynu.',
  here: 'Mae yma',
  leads: 'Gall arwain at: {{to}}',
  leadsNowhere: 'Nid yw’n arwain i unman: dyma’r diwedd',
};
