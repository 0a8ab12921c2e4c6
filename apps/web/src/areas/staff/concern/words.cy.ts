// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Codi pryder',
  intro:
    'Mewn perygl nawr? Ffoniwch 999 yn gyntaf. Mae hyn yn atal cyswllt a chynnydd nes i’r arweinydd diogelu benderfynu.',
  text: 'Beth sy’n eich poeni?',
  textHint: 'Dim ond yr arweinydd diogelu a’r rhai sy’n penderfynu gyda nhw sy’n darllen hwn',
  which: 'Ym mha achos?',
  whichHint: 'Am achos nad ydych yn gweithio arno, agorwch yr achos yn gyntaf',
  send: 'Codi’r pryder hwn',
  whichMissing: 'Dewiswch yr achos',
  textMissing: 'Ysgrifennwch beth sy’n eich poeni',
  textLong: 'Mae hyn yn rhy hir',
};
