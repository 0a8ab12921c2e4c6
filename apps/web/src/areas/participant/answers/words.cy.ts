// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  tab: 'Eich tudalen',
  title: 'Yr hyn y cytunais iddo',
  lead: 'Mae pob cwestiwn yn sefyll ar ei ben ei hun. Gallwch ddarllen yr hyn a ddywedoch, ei argraffu, a’i newid unrhyw bryd.',
  asked: 'Rydym yn gofyn i chi nawr',
  answered: 'Yr hyn a ddywedoch',
  none: 'Nid ydych wedi ateb dim eto.',
  open: 'Dim ond os mynnwch',
  openText: 'Gallwch ateb y rhain pan fynnwch, neu eu gadael fel y maent.',
  given: 'Ie, {{on}}',
  refused: 'Na, {{on}}',
  withdrawn: 'Tynnwyd yn ôl, {{on}}',
  notNow: 'Dim nawr, {{on}}. Gofynnwn eto ar {{again}}',
  unanswered: 'Heb ei ateb',
};
