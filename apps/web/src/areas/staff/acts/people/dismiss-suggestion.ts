// Two records that look alike are two people.
import { actForm } from '../../../../command-form/act.js';

export const dismissSuggestion = actForm('dismissSuggestion', {
  for: ['coordinator', 'manager', 'safeguardingLead'],
  backTo: '/duplicates',
  about: 'suggestionId',
  words: {
    en: {
      title: 'They are two people',
      intro: 'The pair is not suggested again.',
      reason: 'How do you know?',
      send: 'Keep them apart',
    },
    cy: {
      title: 'Dau berson ydynt',
      intro: 'Ni chaiff y pâr ei awgrymu eto.',
      reason: 'Sut ydych chi’n gwybod?',
      send: 'Eu cadw ar wahân',
    },
  },
});
