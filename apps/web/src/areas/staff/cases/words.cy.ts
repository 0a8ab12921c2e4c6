// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Achosion',
  find: 'Cyfeirnod, neu ei ddechrau',
  search: 'Chwilio',
  filters: 'Pa achosion',
  narrow: 'Culhau’r rhestr',
  open: 'Ar agor',
  waiting: 'Yn aros am hwylusydd',
  unassigned: 'Heb brif hwylusydd',
  concern: 'Pryder ar agor',
  sensitive: 'Sensitif',
  closed: 'Ar gau',
  mine: 'Fy rhai i',
  case: 'Achos',
  people: 'Pobl',
  stage: 'Cam',
  waits: 'Yn aros am',
  lead: 'Prif hwylusydd',
  noLead: 'Neb eto',
  declare: 'Gofynnir i chi ei gymryd: dywedwch a oes gennych gysylltiad',
  declared: 'Rydych wedi datgan; mae’n aros i gael ei neilltuo',
  none: 'Nid oes achos yn y rhestr hon.',
  pages: 'Tudalennau’r rhestr hon',
  previous: 'Y dudalen flaenorol',
  following: 'Y dudalen nesaf',
};
