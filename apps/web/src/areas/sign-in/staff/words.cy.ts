// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Mewngofnodi fel staff',
  text: 'Rydych yn mewngofnodi â’ch cyfrif gwaith. Nid ydym byth yn gweld eich cyfrinair.',
  button: 'Mewngofnodi',
  notSetUp: 'Nid yw mewngofnodi fel staff wedi’i osod yma eto. Gofynnwch i bwy bynnag sy’n gofalu am y gwasanaeth hwn.',
  onward: 'Mynd i fewngofnodi',
};
