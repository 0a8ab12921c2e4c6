// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  tab: 'Eich tudalen',
  title: 'Gallwch atal, neu oedi, nawr',
  lead: 'Nid oes angen rheswm arnoch. Mae’n gweithio’r eiliad y pwyswch, a gallwch ddod yn ôl yn nes ymlaen.',
  ends: 'Beth sy’n dod i ben ar unwaith',
  endsCalls: 'Galwadau a llythyrau gennym am hyn',
  endsMessages: 'Pob neges ar ei ffordd atoch',
  endsPlans: 'Pob cynllunio sydd angen i chi fod yn rhan ohono',
  endsMeeting: 'Cyfarfod yr oeddech i ddod iddo, hefyd tra bo’n digwydd',
  kept: 'Beth rydym yn ei gadw, a pham',
  keptText:
    'Eich bod wedi cytuno, a’ch bod wedi atal, fel y gallwn ddangos inni wneud yr hyn a ofynnoch. Nid yw byth yn cyfrif yn eich erbyn, ac nid yw’n newid dim yn y gefnogaeth a gewch.',
  told: 'Beth a ddywedir wrth y person arall, os oedd yn aros am rywbeth',
  toldWords: 'Ni fydd hyn yn mynd yn ei flaen ar hyn o bryd',
  toldText: 'Nid pwy, nid pam, ac nid ar unwaith. Yr un frawddeg ydyw am bob rheswm.',
  pausing: 'Os ydych yn oedi',
  pausingText:
    'Mae’n gorffwys nes i chi ddweud eich bod am fynd ymlaen. Os na chlywn ddim, gofynnwn i chi unwaith sut mae pethau, ar ôl rhai wythnosau.',
  stopNow: 'Atal nawr',
  pauseNow: 'Oedi nes i mi ddweud',
  goBack: 'Mynd yn ôl, heb newid dim',
  stopped: 'Mae wedi’i atal',
  stoppedText: 'Heddiw, {{when}}. Ni fydd dim mwy yn digwydd oni bai eich bod yn gofyn amdano.',
  paused: 'Mae wedi’i oedi',
  pausedText:
    'Heddiw, {{when}}. Nid oes dim yn digwydd nes i chi ddweud. Os na chlywn ddim, gofynnwn unwaith, ar {{on}}.',
  doneTitle: 'Wedi’i wneud, nawr',
  doneCalls: 'Nid oes neb yn eich ffonio nac yn ysgrifennu atoch am hyn',
  doneMessages: 'Mae negeseuon nad oeddent wedi mynd wedi’u tynnu’n ôl',
  donePlans: 'Nid oes neb yn cynllunio dim gyda chi mwyach',
  mind: 'Os newidiwch eich meddwl',
  mindText: 'Mewngofnodwch fel o’r blaen, neu ffoniwch ni. Dechreuwch ble y mynnwch, gyda phwy y mynnwch.',
  support: 'Cefnogaeth arall yn eich ardal',
  failedTitle: 'Ni weithiodd hyn yma',
  failedText: 'Ffoniwch ni: byddwn yn ei atal i chi ar unwaith, dros y ffôn, heb ofyn rheswm.',
};
