// One thing to agree on: who does what by when, and who looks.
import { members } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

export const proposeItem = commandForm('proposeItem', {
  fields: { doer: { from: members }, recipient: { from: members } },
  words: {
    en: {
      kind: 'What is it?',
      doer: 'Who does it?',
      recipient: 'Who is it for?',
      dueOn: 'By which day?',
      text: 'What exactly?',
      evidence: 'How will it be known?',
      monitor: 'Who looks after it?',
    },
    cy: {
      kind: 'Beth yw e?',
      doer: 'Pwy sy’n ei wneud?',
      recipient: 'I bwy mae e?',
      dueOn: 'Erbyn pa ddiwrnod?',
      text: 'Beth yn union?',
      evidence: 'Sut bydd hynny’n hysbys?',
      monitor: 'Pwy sy’n cadw golwg arno?',
    },
  },
});
