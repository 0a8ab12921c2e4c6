// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Darllen anarferol',
  lead: 'O {{from}} i {{to}}. Nid yw anarferol yn anghywir: mae’n werth cwestiwn.',
  who: 'Pwy',
  what: 'Beth sy’n anarferol',
  reads: 'Darlleniadau',
  cases: 'Achosion',
  days: 'Dyddiau',
  when: 'Olaf',
  first: 'cyntaf {{day}}',
  unnamed: 'Nid oes enw ar gadw',
  none: 'Nid oedd dim yn anarferol.',
};
