// The Welsh sentences of this page. Drafts: no translator has checked them.
import type { Translation } from '../../../locale/locale.js';
import type { en } from './words.en.js';

export const cy: Translation<typeof en> = {
  signedIn: 'Wedi mewngofnodi',
  title: 'Nid ydych wedi mewngofnodi',
  expired:
    'Ni orffennwyd mewngofnodi: cymerodd ormod o amser, cafodd ei ganslo, neu cafodd ei ddechrau mewn ffenestr arall. Gallwch roi cynnig arall arni.',
  refused:
    'Mae eich cyfrif yn hysbys, ond nid oes ganddo fynediad i’r gwasanaeth hwn. Os dylai fod ganddo, gofynnwch i reolwr y gwasanaeth.',
  again: 'Rhoi cynnig arall arni',
};
