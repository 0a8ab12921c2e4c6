// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Gosodiadau',
  lead: 'Y rhifau y mae’r gwasanaeth yn gweithio yn ôl iddynt. Gosodir rhif y gwasanaeth ei hun gyda npm run service; lle nad yw’n dweud dim, saif y rhagosodiad.',
  what: 'Beth',
  value: 'Mewn grym',
  default: 'Rhagosodiad',
  why: 'Pam mai dyna’r rhagosodiad',
  own: 'y gwasanaeth ei hun',
  none: 'Nid oes gosodiad.',
};
