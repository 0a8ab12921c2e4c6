// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Beth y mae pob hwylusydd yn ei gario',
  who: 'Hwylusydd',
  level: 'Lefel',
  points: 'Pwyntiau',
  of: '{{points}} o {{limit}}',
  over: 'mwy nag y gallant ei gario',
  cases: 'Achosion agored',
  sensitive: 'Sensitif',
  supervision: 'Goruchwyliaeth nesaf erbyn',
  registration: 'Wedi cofrestru tan',
  late: 'wedi mynd heibio',
  notKnown: 'Ddim yn hysbys',
  unnamed: 'Nid oes enw ar gadw',
  none: 'Nid oes hwylusydd eto.',
};
