// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Goruchwylio',
  lead: 'Yr achosion yr ydych yn eu goruchwylio. Mae’r hyn y buoch yn gweithio arno eich hun i rywun arall ei lofnodi.',
  sign: 'Yn aros amdanoch',
  before: 'Llofnodi cyn: {{step}}',
  cases: 'Achosion yr ydych yn eu goruchwylio',
  case: 'Achos',
  stage: 'Cam',
  who: 'Prif hwylusydd',
  waits: 'Yn aros am',
  nobody: 'Neb eto',
  concern: 'Pryder ar agor',
  none: 'Nid ydych yn goruchwylio unrhyw achos agored.',
};
