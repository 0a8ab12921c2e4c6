// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Trosglwyddo achosion {{who}}',
  lead: 'Daw eu mynediad i ben ar unwaith. Gofynnir i bwy bynnag a ddewiswch gymryd pob achos; bydd yn gweld y cyfeirnod a’r enwau yn unig, ac yn datgan yn gyntaf.',
  cases: 'Achosion y maent yn eu harwain',
  to: 'I bwy y gofynnir eu cymryd?',
  toMissing: 'Dewiswch i bwy y gofynnir eu cymryd',
  reason: 'Pam?',
  reasonMissing: 'Dywedwch pam',
  send: 'Eu trosglwyddo i gyd',
  points: '{{points}} pwynt nawr',
  pointsOf: '{{points}} o {{limit}} pwynt nawr',
  stays: 'Mae {{reference}} yn aros: {{why}}',
  none: 'Nid ydynt yn arwain unrhyw achos agored.',
  leave: 'Nid nawr: mynd yn ôl',
};
