// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Un ochr o achos {{reference}}',
  nobody: 'Nid oes neb ar yr ochr hon.',
};
