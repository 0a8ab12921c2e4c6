// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Tasgau',
  lead: 'I’w wneud i chi a’ch rolau: {{count}}.',
  oldest: 'hynaf: {{age}}',
  open: 'Mynd ato',
  finished: 'Wedi’i wneud',
  none: 'Nid oes dim i’w wneud.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
