// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Cyfeiriadur cymorth',
  lead: 'Yr hyn y mae unrhyw un yn ei gael o dan "Pwy arall all helpu". Ffoniwch bob gwasanaeth ddwywaith y flwyddyn, a dywedwch yma ei fod yn gywir.',
  find: 'Geiriau',
  search: 'Chwilio',
  all: 'Pob un',
  overdue: 'Heb ei wirio ers chwe mis',
  name: 'Gwasanaeth',
  needs: 'Yn helpu gyda',
  checked: 'Gwiriwyd ddiwethaf',
  never: 'Erioed',
  tooLong: 'Dros chwe mis yn ôl',
  hidden: 'Heb ei ddangos',
  checkedToday: 'Gwiriwyd heddiw',
  checkedTodayOf: 'Gwiriwyd heddiw: {{name}}',
  none: 'Dim cofnodion.',
  next: 'Rhagor',
  add: 'Ychwanegu gwasanaeth',
  fileTitle: 'Cymryd ffeil',
  fileLead:
    'Open Referral UK (HSDS 3.0), JSON. Nid yw’r un ffeil eto’n newid dim; mae’r hyn na all sefyll yn dod yn ôl gyda’i reswm.',
  file: 'Y ffeil',
  take: 'Ei chymryd',
  fileMissing: 'Dewiswch ffeil',
  notJson: 'Nid JSON yw’r ffeil hon, neu nid yw’n dal gwasanaethau. Ni chymerwyd dim',
  takenTitle: 'Cymerwyd y ffeil',
  taken: 'Newydd: {{added}}. Hysbys o’r blaen: {{changed}}. Wedi’u gadael allan: {{rejected}}.',
  row: 'Rhes',
  why: 'Pam y gadawyd hi allan',
  rowLong: 'y rhes: hirach na 50,000 o nodau',
  back: 'Rhoi’r rhesi’n ôl fel ffeil',
  toDirectory: 'I’r cyfeiriadur',
};
