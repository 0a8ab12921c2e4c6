// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Pobl yma',
  lead: 'Daw pobl newydd a’r hyn y gallant ei wneud o daenlen y gwasanaeth ei hun (npm run staff); darparwr eich sefydliad sy’n dweud pwy gaiff fewngofnodi.',
  here: 'Yn gweithio yma',
  gone: 'Ddim yn gweithio yma mwyach',
  who: 'Pwy',
  roles: 'Rolau a lefel',
  skills: 'Ieithoedd a hyfforddiant',
  leave: 'Wrth y gwaith',
  back: 'yn ôl {{day}}',
  registered: 'Wedi cofrestru tan',
  supervised: 'goruchwyliaeth ddiwethaf: {{day}}',
  cases: 'Yn cario',
  carries: 'Achosion: {{cases}}, pwyntiau: {{points}}',
  limit: 'yn gallu cario {{limit}} pwynt',
  noLimit: 'nid yw’n hysbys faint y gallant ei gario',
  next: 'Nesaf',
  handOver: 'Trosglwyddo eu hachosion',
  handed: 'Wedi’i wneud: trosglwyddwyd, achosion: {{count}}',
  notKnown: 'Ddim yn hysbys',
  unnamed: 'Nid oes enw ar gadw',
  nobody: 'Nid oes neb yn gweithio yma eto.',
  nobodyGone: 'Nid oes neb wedi gadael.',
};
