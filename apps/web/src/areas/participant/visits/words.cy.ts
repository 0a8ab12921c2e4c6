// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  tab: 'Eich tudalen',
  title: 'Eich ymweliadau',
  lead: 'Ble rydych wedi mewngofnodi nawr. Nid eich un chi yw ymweliad nad ydych yn ei adnabod: rhowch derfyn arno, a dywedwch wrthym.',
  here: 'Yr ymweliad hwn, ar y ddyfais hon',
  elsewhere: 'Ymweliad ers {{on}}',
  times: 'Dechreuodd {{began}}. Defnyddiwyd ddiwethaf {{seen}}.',
  end: 'Gorffen yr ymweliad hwn',
  endHere: 'Gorffen yr ymweliad hwn, a gadael',
  helped: 'Pan wnaethom eich helpu i mewn',
  helpedText: 'Darllenwyd cod i chi ar y dyddiau hyn.',
};
