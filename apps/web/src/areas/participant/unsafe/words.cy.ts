// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  tab: 'Eich tudalen',
  title: 'Dywedwch wrthym nad ydych yn teimlo’n ddiogel',
  danger: 'Mewn perygl nawr? Ffoniwch 999. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55 pan ofynnir.',
  press: 'Pwyswch y botwm. Nid oes rhaid i chi ysgrifennu dim.',
  text: 'Os mynnwch, dywedwch beth sy’n eich poeni',
  textHint: 'Dim ond y bobl sy’n gofalu am ddiogelwch sy’n darllen hwn.',
  send: 'Nid wyf yn teimlo’n ddiogel',
  next: 'Beth sy’n digwydd wedyn',
  nextRead: 'Mae gan y person sy’n gofalu am ddiogelwch yma hwn ar unwaith',
  nextRests: 'Mae popeth a allai ddod â chi i gysylltiad â’r person arall yn gorffwys',
  nextCall: 'Maent yn cysylltu â chi yn y ffordd y dywedoch sy’n ddiogel, erbyn diwedd y diwrnod gwaith nesaf',
  nextTold: 'Ni ddywedir dim amdano wrth y person arall',
  numbers: 'Pwy all helpu ar unrhyw awr',
  police: 'Yr heddlu, mewn argyfwng: 999',
  abuse: 'Llinell Gymorth Byw Heb Ofn: 0808 80 10 800, am ddim, ddydd a nos',
  support: 'Samariaid: 116 123, am ddim, ddydd a nos',
  more: 'Mwy o gefnogaeth yn eich ardal',
  heard: 'Rydym wedi eich clywed',
  heardText: 'Heddiw, {{when}}. Mae gan y person sy’n gofalu am ddiogelwch hwn nawr.',
  failedTitle: 'Ni chyrhaeddodd hyn ni',
  failedText: 'Ffoniwch ni, neu un o’r rhifau isod. Mewn perygl, ffoniwch 999.',
};
