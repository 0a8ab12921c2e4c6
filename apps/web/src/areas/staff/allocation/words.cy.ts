// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy allai gymryd pa achos',
  lead: 'Achosion heb brif hwylusydd, yr hynaf yn gyntaf. Mae pwy bynnag y gofynnir iddo yn gweld y cyfeirnod a’r enwau, a dim byd arall, nes iddo ddweud a oes ganddo gysylltiad.',
  could: 'Gallai ei gymryd',
  couldNot: 'Ni allai, a pham',
  load: '{{points}} o {{limit}} pwynt nawr',
  loadOnly: '{{points}} pwynt nawr; nid yw’n hysbys faint y gall ei gario',
  declares: 'Rhaid dweud yn gyntaf a oes cysylltiad',
  nobody: 'Ni all neb fel y mae pethau.',
  ask: 'Gofyn i rywun',
  assign: 'Neilltuo pwy sydd wedi datgan',
  sensitive: 'Sensitif',
  unnamed: 'Nid oes enw ar gadw',
  none: 'Mae gan bob achos brif hwylusydd.',
  pages: 'Tudalennau’r rhestr hon',
  following: 'Y dudalen nesaf',
};
