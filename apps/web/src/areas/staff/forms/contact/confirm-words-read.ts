// What the referrer wrote was read, before anybody is contacted.
import { commandForm } from '../../../../command-form/definition.js';

export const confirmWordsRead = commandForm('confirmWordsRead', {
  readsReceivedWords: true,
  words: {
    en: {
      finding: 'What do they give cause to heed?',
      findingHint: 'For staff. Leave it empty where there is nothing',
      send: 'I have read this',
    },
    cy: {
      finding: 'At beth y mae angen rhoi sylw?',
      findingHint: 'Ar gyfer staff. Gadewch yn wag lle nad oes dim',
      send: 'Rwyf wedi darllen hwn',
    },
  },
});
