// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Gofynnwyd i chi gymryd achos {{reference}}',
  heading: 'A gymerwch chi achos',
  intro:
    'A ydych yn adnabod unrhyw un o’r bobl hyn, neu a oes gennych gysylltiad â nhw? Ni welwch ragor o’r achos cyn i chi ddweud.',
  names: 'Enwau i’w gwirio',
  noNames: 'Ni chedwir enw yn yr achos hwn.',
  recorded: 'Yn nhrefn yr wyddor, beth bynnag yw eu rhan. Cofnodir eich bod wedi edrych.',
  notConnected: 'Dim cysylltiad: gallaf ei gymryd',
  connected: 'Mae gennyf gysylltiad',
  choose: 'Dywedwch a oes gennych gysylltiad',
  declared: 'Rydych wedi datgan. Bydd y sawl sy’n neilltuo achosion yn mynd ymlaen o’r fan hon.',
};
