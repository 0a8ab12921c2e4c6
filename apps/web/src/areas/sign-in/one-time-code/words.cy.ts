// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Rhowch y cod byr',
  sent: 'Os yw’r hyn a roesoch yn gywir, mae cod byr ar ei ffordd atoch yn y modd y cytunwyd arno gyda ni. Mae’n gweithio am ychydig funudau, unwaith.',
  noneCame:
    'Os na ddaw cod o fewn deng munud, ffoniwch ni: bydd rhywun yn gwirio mai chi sydd yno, ac yn darllen cod i chi.',
  label: 'Cod byr',
  button: 'Parhau',
  again: 'Dechrau eto',
  missing: 'Rhowch y cod byr',
  shape: 'Nid yw’r cod byr yn edrych fel yna. Gwiriwch ef a’i roi eto.',
  wrong: 'Ni weithiodd hynny. Gwiriwch y cod byr a’i roi eto, neu dechreuwch eto.',
};
