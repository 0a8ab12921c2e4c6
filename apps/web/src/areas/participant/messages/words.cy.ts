// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  tab: 'Eich tudalen',
  title: 'Negeseuon',
  lead: 'Yr hyn a ddywedom wrthych, air am air. Yma’n unig y saif yr hyn sydd mewn neges; y tu allan nid yw’n dweud dim.',
  none: 'Nid oes neges.',
};
