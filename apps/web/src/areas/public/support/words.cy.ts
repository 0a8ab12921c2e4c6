// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy arall all helpu',
  danger: 'Mewn perygl, ffoniwch 999. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55.',
  need: 'Gyda beth mae angen help arnoch?',
  any: 'Unrhyw beth',
  area: 'Ble?',
  anywhere: 'Unrhyw le',
  words: 'Unrhyw eiriau eraill',
  search: 'Chwilio',
  none: 'Ni ddaethom o hyd i ddim. Rhowch gynnig ar lai o eiriau, neu ffoniwch ni.',
  found: '{{count}} wedi’u canfod',
  website: 'Gwefan',
  email: 'E-bost:',
  who: 'Ar gyfer:',
  cost: 'Cost:',
  languages: 'Ieithoedd:',
  checked: 'Gwiriwyd ddiwethaf ar {{day}}.',
  neverChecked: 'Heb ei wirio eto.',
  overdue: 'Mae hynny dros chwe mis yn ôl: gallai fod wedi newid.',
};
