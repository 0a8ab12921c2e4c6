// The adult who stands beside a child.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const nameAppropriateAdult = commandForm('nameAppropriateAdult', {
  about: 'participantId',
  fields: { adultId: { from: people }, connectedWith: { from: people } },
  words: {
    en: {
      adultId: 'Who is the adult?',
      connection: 'Ask them: how are they connected with what happened, or with anybody else in the case?',
      connectedWith: 'With whom?',
      how: 'How?',
    },
    cy: {
      adultId: 'Pwy yw’r oedolyn?',
      connection:
        'Gofynnwch iddynt: sut maen nhw’n gysylltiedig â’r hyn a ddigwyddodd, neu ag unrhyw un arall yn yr achos?',
      connectedWith: 'Gyda phwy?',
      how: 'Sut?',
    },
  },
});
