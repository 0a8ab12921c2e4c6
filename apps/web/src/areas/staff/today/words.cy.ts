// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Heddiw',
  lead: '{{day}}. Materion diogelwch: {{safety}}. I’w gwneud: {{due}}.',
  safety: 'Diogelwch yn gyntaf',
  meeting: 'Cyfarfod heddiw',
  due: 'I’w wneud, ac yn hwyr',
  forMe: 'Yn aros amdanoch chi',
  onOthers: 'Yn aros am eraill',
  concernOpen: 'Mae pryder ar agor',
  frozen: 'Mae cyswllt o sylwedd a chynnydd yn cael eu dal nes penderfynu.',
  nothing: 'Nid oes dim angen arnoch heddiw.',
  beside: 'Wrth ochr eich gwaith',
  offer: 'A gymerwch chi achos?',
  offered: 'wedi’i gynnig i chi. Ni welwch ragor nes i chi ddweud a oes gennych gysylltiad ag unrhyw un ynddo.',
  look: 'Edrych ar yr enwau',
  call: 'Mae rhywun ar y ffôn',
  lists: 'Rhestrau byr',
  allMine: 'Fy holl achosion',
  meetings: 'Yn y cyfarfod',
  notContacted: 'Ar y dechrau',
  supervision: 'Achosion yr wyf yn eu goruchwylio',
  emergencyOpen: 'Agor achos mewn argyfwng',
};
