// A member of staff looked: this is the person, and the offence is theirs.
import { commandForm } from '../../../../command-form/definition.js';

export const confirmIdentity = commandForm('confirmIdentity', {
  about: 'participantId',
  words: {
    en: { intro: 'Save this once you know who they are and how they are linked with the offence.' },
    cy: { intro: 'Cadwch hwn pan fyddwch yn gwybod pwy ydynt a sut maent yn gysylltiedig â’r drosedd.' },
  },
});
