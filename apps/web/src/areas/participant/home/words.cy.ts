// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  title: 'Eich tudalen',
  lead: 'Rydych wedi mewngofnodi.',
  nothing: 'Nid oes dim i chi ei wneud yma heddiw.',
  where: 'Sut mae pethau’n sefyll',
  inContact: 'Rydym mewn cysylltiad â chi.',
  preparing: 'Rydym yn paratoi gyda chi.',
  meetingBooked: 'Mae cyfarfod y byddwch yn ei fynychu wedi’i drefnu.',
  afterwards: 'Mae’r cyfarfod y buoch ynddo wedi dod i ben. Rydym yn cadw mewn cysylltiad â chi.',
  ended: 'Mae ein gwaith gyda chi ar hyn wedi dod i ben.',
  meeting: 'Mae gennych ddyddiad: {{when}}.',
  signOut: 'Allgofnodi',
};
