// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Ffeil o atgyfeiriadau',
  lead: 'Anfonwyd {{day}}. Nawr: {{state}}.',
  whose: 'Ffeil pwy ydyw?',
  take: 'Ei chymryd',
  rows: 'Rhesi',
  wouldBeTaken: 'Byddai’n cael eu cymryd',
  making: '{{rows}}, yn gwneud {{referrals}} atgyfeiriad',
  before: 'Yno o’r blaen',
  wouldGoBack: 'Byddai’n mynd yn ôl',
  progress: 'Atgyfeiriadau wedi’u gwneud',
  of: '{{done}} o {{of}}',
  taken: 'Rhesi a gymerwyd',
  opened: 'Achosion a agorwyd',
  line: 'Llinell',
  why: 'Pam',
  wentBack: 'Aeth yn ôl',
  mended: 'Trwsiwyd',
  notYet: 'Ddim eto',
  noneBack: 'Nid oes rhes yn mynd yn ôl.',
  remarks: 'Beth i’w wybod am y lleill',
  what: 'Beth',
  times: 'Gwaith',
  noRemarks: 'Dim byd arall.',
  download: 'Y rhesi i’w trwsio, fel ffeil',
};
