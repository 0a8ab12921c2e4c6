// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Croeso',
  lead: 'Dewiswch sut yr hoffech fynd ymlaen.',
  codeTitle: 'Mae gen i god',
  codeText: 'Cawsoch god ar bapur, dros y ffôn neu gan rywun y gwnaethoch ei gyfarfod.',
  codeLink: 'Rhoi cod',
  staffTitle: 'Rwy’n gweithio yma',
  staffText: 'Rydych yn mewngofnodi â’ch cyfrif gwaith.',
  staffLink: 'Mewngofnodi fel staff',
  signedInTitle: 'Rydych wedi mewngofnodi',
  signedInLink: 'Mynd i’ch tudalen',
};
