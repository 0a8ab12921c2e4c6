// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Agor achos mewn argyfwng',
  lead: 'I rywun sydd angen cymorth nawr, pan na ellir cyrraedd pwy bynnag sydd â’r achos. Byddwch yn ei weld am awr ac ni allwch newid dim ond codi pryder. Dywedir wrth reolwr ar unwaith, a chofnodir popeth yr edrychwch arno.',
  case: 'Cyfeirnod yr achos',
  caseHint: 'Fel y’i darllenir ar y ffôn: wyth llythyren a digid',
  reason: 'Pam mae angen i chi ei weld nawr?',
  reasonHint: 'Brawddeg neu ddwy. Bydd rheolwr yn ei darllen.',
  open: 'Agor yr achos',
  leave: 'Nid nawr: mynd yn ôl',
  caseMissing: 'Rhowch gyfeirnod yr achos',
  reasonMissing: 'Dywedwch pam mae angen i chi ei weld nawr',
  reasonLong: 'Dywedwch pam mewn brawddeg neu ddwy',
  seen: 'Gallwch weld yr achos hwn eisoes: edrychwch dan Achosion',
  tooOften: 'Rydych wedi ceisio hyn mor aml ag a ganiateir mewn diwrnod. Ffoniwch reolwr',
  notThere: 'Nid oes gan achos y gallwch ei agor y cyfeirnod hwn. Gwiriwch ef gyda phwy bynnag a’i darllenodd',
};
