// The sender agrees to the exact text.
import { members } from '../../../../command-form/choices.js';
import { signsTheLetter } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

export const agreeCommunication = commandForm('agreeCommunication', {
  about: 'communicationId',
  show: ['participantId'],
  readsLetter: true,
  fields: { ...signsTheLetter, participantId: { from: members } },
  words: {
    en: {
      intro: 'Read the whole text with them first. If it changes, they are asked again.',
      participantId: 'Who agrees to this text?',
    },
    cy: {
      intro: 'Darllenwch y testun cyfan gyda nhw yn gyntaf. Os bydd yn newid, gofynnir iddynt eto.',
      participantId: 'Pwy sy’n cytuno â’r testun hwn?',
    },
  },
});
