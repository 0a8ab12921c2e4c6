// Words came from the referrer after the referral: a late letter, or a call. They are read before the next contact.
import { commandForm } from '../../../../command-form/definition.js';

export const recordWords = commandForm('recordWords', {
  words: {
    en: {
      text: 'What did the referrer write or say?',
      textHint: 'For staff. It is read before anybody is contacted again',
    },
    cy: {
      text: 'Beth ysgrifennodd neu ddywedodd yr atgyfeiriwr?',
      textHint: 'Ar gyfer staff. Caiff ei ddarllen cyn cysylltu â neb eto',
    },
  },
});
