// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Sefydliadau a chytundebau',
  lead: 'Ni rennir dim â sefydliad heb gytundeb sydd mewn grym, pwy bynnag a gydsyniodd.',
  add: 'Ychwanegu sefydliad',
  organisations: 'Sefydliadau',
  name: 'Enw',
  law: 'Cyfraith',
  role: 'Beth ydyw',
  now: 'Heddiw',
  inForce: 'Gellir rhannu ag ef',
  notInForce: 'Dim cytundeb mewn grym',
  next: 'Nesaf',
  agree: 'Cofnodi cytundeb',
  agreements: 'Cytundebau',
  where: 'Ble mae i’w gael',
  first: 'Diwrnod cyntaf',
  last: 'Diwrnod olaf',
  early: 'cytunwyd tan {{day}}',
  end: 'Dod ag ef i ben',
  none: 'Nid oes sefydliad wedi’i gofnodi.',
  noAgreement: 'Nid oes cytundeb.',
  with: 'Gyda',
};
