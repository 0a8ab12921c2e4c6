// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Rydych wedi allgofnodi',
  text: 'Os oes pobl eraill yn defnyddio’r ddyfais hon, caewch y ffenestr hon hefyd.',
  again: 'Mynd i’r dudalen gyntaf',
  onward: 'Yn allgofnodi',
};
