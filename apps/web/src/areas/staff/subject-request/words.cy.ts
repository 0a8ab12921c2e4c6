// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Yr hyn a gedwir am rywun: edrych drwyddo',
  lead: 'Rhoddir pob nodyn a chofnod gan staff, neu ei ddal yn ôl ar sail. Eto i’w penderfynu: {{count}}.',
  mayNot: 'Am ddiogelwch: yr arweinydd diogelu sy’n penderfynu',
  decidedBy: '{{how}}, penderfynwyd gan {{who}}',
  given: 'Rhoddwyd',
  give: 'Ei roi',
  withhold: 'Dal yn ôl: {{why}}',
  choose: 'Heb ei benderfynu eto',
  decision: 'Beth sy’n digwydd gydag ef?',
  save: 'Cadw’r hyn a benderfynoch',
  nothingChosen: 'Dewiswch ar gyfer o leiaf un ohonynt',
  answer: 'Gwneud yr ateb',
  answerLead: 'Popeth a gedwir am y person a dim am eraill, fel dwy ffeil wedi’u cloi. Gellir ei wneud eto.',
  made: 'Mae’r ateb wedi’i wneud',
  passphrase:
    'Yr hyn sy’n agor y ddwy ffeil, y tro hwn yn unig. Dywedwch ef wrth y person mewn ffordd arall na’r ffeiliau.',
  file: 'Y dudalen i’w darllen, wedi’i chloi',
  data: 'Yr un peth fel data, wedi’i gloi',
  none: 'Nid oes dim i edrych drwyddo.',
};
