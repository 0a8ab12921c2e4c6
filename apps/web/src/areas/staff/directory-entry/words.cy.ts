// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Gwasanaeth o’r cyfeiriadur',
  newTitle: 'Ychwanegu gwasanaeth',
  lead: 'Mae ei gadw’n dweud eich bod wedi’i wirio heddiw.',
  name: 'Ei enw',
  organisation: 'Pwy sy’n ei redeg',
  description: 'Beth mae’n ei wneud, mewn geiriau plaen',
  needs: 'Gyda beth mae’n helpu',
  needsHint: 'Wedi’u gwahanu gan atalnodau, fel: cam-drin domestig, arian',
  areas: 'Ble mae’n gweithio',
  areasHint: 'Wedi’u gwahanu gan atalnodau; gadewch yn wag am bobman',
  languages: 'Ieithoedd',
  telephone: 'Ffôn',
  email: 'E-bost',
  website: 'Gwefan',
  websiteHint: 'Yn dechrau gyda https://',
  eligibility: 'Ar gyfer pwy',
  cost: 'Faint mae’n ei gostio',
  open: 'Pryd mae ar agor',
  isShown: 'A yw’n cael ei ddangos i bawb?',
  isShown_yes: 'Ydy',
  isShown_no: 'Nac ydy, am y tro',
  save: 'Cadw fel wedi’i wirio heddiw',
  remove: 'Ei dynnu o’r cyfeiriadur',
  wrong: 'Ni all hyn sefyll fel y mae',
  leave: 'I’r cyfeiriadur, heb gadw',
};
