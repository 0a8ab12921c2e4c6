// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Person yn achos {{reference}}',
  change: 'Newid y rhain',
  about: 'Amdanynt',
  risk: 'Risg a chryfderau',
  noRisk: 'Ni ddangosir asesiad i chi.',
  prepared: 'Paratoi',
  noPreparation: 'Nid ydynt mewn unrhyw broses.',
  followUp: 'Dilyn i fyny',
  acts: 'Eu manylion a’u hawliau',
  steps: 'Beth allwch chi ei wneud',
  invite: 'Eu gwahodd i’w tudalen eu hun, neu eu helpu i fewngofnodi',
};
