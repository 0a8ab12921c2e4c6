// Somebody new in the case: who they are, their role, and why they may be approached.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

const text = { kind: 'text', required: false, list: false } as const;

export const addParticipant = commandForm('addParticipant', {
  show: ['given', 'family', 'telephone', 'email', 'role', 'supports', 'age', 'approach'],
  own: { given: text, family: text, telephone: text, email: text },
  fields: { given: { needed: true }, supports: { from: people } },
  sends: ({ given, family, telephone, email, ...event }) => ({
    verb: 'addParticipant',
    event: {
      ...event,
      person: {
        given,
        ...(family !== undefined && { family }),
        ...(telephone !== undefined && { telephone }),
        ...(email !== undefined && { email }),
      },
    },
  }),
  words: {
    en: {
      given: 'Given name',
      family: 'Family name',
      telephone: 'Telephone number',
      email: 'E-mail address',
      role: 'What is their role?',
      supports: 'Whom do they support?',
      age: 'How old are they?',
      approach: 'May they be approached?',
    },
    cy: {
      given: 'Enw cyntaf',
      family: 'Cyfenw',
      telephone: 'Rhif ffôn',
      email: 'Cyfeiriad e-bost',
      role: 'Beth yw eu rôl?',
      supports: 'Pwy maen nhw’n ei gefnogi?',
      age: 'Faint yw eu hoed?',
      approach: 'A ellir mynd atynt?',
    },
  },
});
