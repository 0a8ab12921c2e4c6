// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Gadael y wefan hon yn gyflym',
  firstTitle: 'Cyn i chi fynd ymlaen: sut i adael yn gyflym',
  intro:
    'Ar frig pob tudalen mae botwm "Gadael y wefan hon". Mae’n dod â’ch ymweliad i ben ar unwaith ac yn dangos tudalen ddiniwed. Nid yw mynd yn ôl yn dangos dim a deipioch, na dim sy’n eiddo i chi.',
  keys: 'Ar fysellfwrdd, gallwch hefyd bwyso’r fysell Shift dair gwaith.',
  historyTitle: 'Beth sy’n aros ar eich dyfais',
  history:
    'Ni all y botwm dynnu’r wefan hon o restr y tudalennau y mae eich dyfais wedi ymweld â nhw, a gellir agor oddi yno y tudalennau y gall unrhyw un eu darllen. Gallwch glirio’r rhestr yng ngosodiadau eich porwr, o dan "hanes".',
  private:
    'Nid yw ffenestr breifat neu "incognito" yn cadw rhestr o’r fath. Gallwch agor un o ddewislen eich porwr cyn dod yma.',
  others: 'Os gallai rhywun edrych ar eich dyfais, mae defnyddio un arall yn fwy diogel.',
  help: 'Mewn perygl, ffoniwch 999. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55.',
  back: 'Mynd yn ôl',
  goOn: 'Rwyf wedi darllen hwn',
};
