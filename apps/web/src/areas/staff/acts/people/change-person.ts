// Details of a person are corrected; what is left empty stays as it is.
import { actForm } from '../../../../command-form/act.js';
import { aboutPerson, personShown } from '../../../../command-form/act-person.js';

export const changePerson = actForm('changePerson', {
  ...aboutPerson,
  for: ['coordinator', 'manager', 'facilitator'],
  backTo: '/cases',
  show: ['given', 'family', 'knownAs', 'bornOn', 'telephone', 'email', 'language', 'reason'],
  fields: { personId: personShown },
  words: {
    en: {
      title: 'Correct details',
      intro: 'Only what you fill in changes; everything else stays as it is.',
      given: 'Given name',
      family: 'Family name',
      knownAs: 'What they like to be called',
      bornOn: 'Date of birth',
      telephone: 'Telephone number',
      email: 'E-mail address',
      language: 'Language they speak best',
      reason: 'Why?',
      send: 'Correct them',
    },
    cy: {
      title: 'Cywiro manylion',
      intro: 'Dim ond yr hyn a lenwch sy’n newid; mae popeth arall yn aros fel y mae.',
      given: 'Enw cyntaf',
      family: 'Cyfenw',
      knownAs: 'Sut maent yn hoffi cael eu galw',
      bornOn: 'Dyddiad geni',
      telephone: 'Rhif ffôn',
      email: 'Cyfeiriad e-bost',
      language: 'Yr iaith y maent yn ei siarad orau',
      reason: 'Pam?',
      send: 'Eu cywiro',
    },
  },
});
