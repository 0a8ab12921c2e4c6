// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Ble mae achosion yn aros',
  lead: '{{service}}, {{day}}. Achosion agored: {{count}}.',
  stuck: 'Yn aros hiraf',
  case: 'Achos',
  waitsFor: 'I gymryd y cam',
  onWhom: 'Am bwy',
  since: 'Ers',
  waited: 'Diwrnodau gwaith',
  limit: 'Terfyn',
  over: 'yn rhy hir',
  nobodyWaits: 'Nid oes achos yn aros.',
  byStage: 'Yn ôl cam',
  open: 'Ar agor',
  unassigned: 'Heb brif hwylusydd',
  onlyTaken: 'Dim ond cymryd y cam sydd ei angen',
  waitsTitle: 'Yn ôl pwy y mae achosion yn aros amdano',
  overTitle: 'O’r rhain, yn aros yn hwy na’r terfyn',
  cases: 'Achosion',
  bar: 'Bar',
  more: 'Rhagor o ffigurau',
  allocation: 'Pwy allai gymryd pa achos',
  loads: 'Beth y mae pob hwylusydd yn ei gario',
  funnel: 'O atgyfeirio i gau',
  service: 'Y gwasanaeth: pobl, gosodiadau, hawliau',
};
