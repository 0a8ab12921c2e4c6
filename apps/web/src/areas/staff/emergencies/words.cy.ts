// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Agorwyd mewn argyfwng',
  lead: 'Agorodd hwylusydd achos nad yw’n eiddo iddo. Darllenwch pam, gofynnwch lle bo rhaid, a nodwch hynny.',
  waiting: 'I’w nodi',
  noted: 'Wedi’u nodi',
  who: 'Pwy',
  which: 'Achos',
  case: 'Agor yr achos',
  when: 'Pryd',
  until: 'tan {{when}}',
  why: 'Pam, yn eu geiriau hwy',
  next: 'Nesaf',
  note: 'Nodi hyn',
  another: 'I rywun arall ei nodi',
  notedBy: 'Nodwyd gan',
  erased: 'Ddim ar gadw mwyach',
  unnamed: 'Nid oes enw ar gadw',
  none: 'Nid oes dim yn aros i’w nodi.',
  noneNoted: 'Ni nodwyd dim eto.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Cynharach',
};
