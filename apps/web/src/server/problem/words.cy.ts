// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  invalidTitle: 'Nid oeddem yn deall hynny',
  invalidText: 'Ewch yn ôl a rhoi cynnig arall arni.',
  forbiddenTitle: 'Mae’r dudalen hon wedi dyddio',
  forbiddenText:
    'Bu ar agor am amser hir, neu mewn mwy nag un ffenestr. Ni newidiwyd dim. Ewch yn ôl, llwythwch y dudalen eto, a rhowch un cynnig arall.',
  notFoundTitle: 'Heb ddod o hyd i’r dudalen',
  notFoundText: 'Efallai bod y cyfeiriad yn anghywir, neu nad yw’r dudalen yno mwyach.',
  tooManyTitle: 'Arhoswch ychydig',
  tooManyText:
    'Bu llawer o geisiadau mewn amser byr. Nid oes dim wedi’i golli. Arhoswch ychydig funudau a rhowch gynnig arall arni.',
  brokenTitle: 'Aeth rhywbeth o’i le',
  brokenText: 'Ni sydd ar fai. Nid chi a’i hachosodd. Rhowch gynnig arall arni yn nes ymlaen.',
  awayTitle: 'Nid yw hwn ar gael ar hyn o bryd',
  awayText: 'Rhowch gynnig arall arni mewn ychydig funudau.',
};
