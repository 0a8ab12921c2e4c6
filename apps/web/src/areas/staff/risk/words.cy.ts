// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Darlun risg achos {{reference}}',
  heading: 'Darlun o’r risg',
  lead: 'Pob asesiad fel y’i gwnaed, y diweddaraf ar y dde. Ni chaiff un cynharach ei newid byth.',
  decide: 'Gallwch benderfynu',
  about: 'Am',
  level: 'Pa mor uchel',
  tool: 'Offeryn',
  noTool: 'Dim un wedi’i enwi',
  yes: 'Do',
  no: 'Naddo',
  now: 'nawr',
  changed: 'newidiwyd',
  by: 'gan {{who}}',
  never: 'Nid oes neb wedi asesu’r risg eto.',
  learnt: 'Beth ddaeth i’r amlwg, a beth a benderfynwyd',
  signOffs: 'Llofnodion',
  noSignOffs: 'Ni lofnodwyd dim eto.',
  checkpoint: 'Pwynt gwirio',
  state: 'Nawr',
  signed: 'Llofnodwyd',
  lasts: 'Yn para tan',
  untilNew: 'Daw rhywbeth newydd i’r amlwg',
  nothing: 'Nid oes dim ar gofnod.',
};
