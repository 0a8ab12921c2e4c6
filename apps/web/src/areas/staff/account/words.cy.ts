// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pwy ydych chi yma',
  name: 'Enw',
  noName: 'Nid oes enw wedi’i gadw',
  roles: 'Rolau',
  noRoles: 'Dim',
  service: 'Gwasanaeth',
  noService: 'Heb ei ddangos',
  sessionsTitle: 'Ble rydych wedi mewngofnodi',
  thisOne: 'Y ddyfais hon',
  other: 'Dyfais arall',
  began: 'Mewngofnodwyd',
  seen: 'Defnyddiwyd ddiwethaf',
  until: 'Daw i ben fan bellaf',
  end: 'Allgofnodi’r un hon',
  signOut: 'Allgofnodi',
  everywhere: 'Allgofnodi ym mhobman',
  everywhereText: 'Mae hyn yn eich allgofnodi ar bob dyfais ar unwaith, gan gynnwys yr un hon.',
};
