// A disclosure that law or danger required: what, to whom, on what ground, and whether the person was told (R71).
import { actForm } from '../../../../command-form/act.js';
import { aboutPerson, caseShown, personShown } from '../../../../command-form/act-person.js';

export const recordDisclosure = actForm('recordDisclosure', {
  ...aboutPerson,
  for: ['manager', 'safeguardingLead'],
  backTo: '/disclosures',
  show: ['organisation', 'ground', 'what', 'told', 'on'],
  fields: { caseId: caseShown, personId: personShown },
  words: {
    en: {
      title: 'Record a disclosure',
      intro: 'For what law or danger required. What a person agreed to is shared through their case.',
      organisation: 'To which organisation?',
      ground: 'On what ground?',
      what: 'What was disclosed?',
      told: 'Was the person told?',
      on: 'On which day?',
      onHint: '',
      send: 'Record it',
    },
    cy: {
      title: 'Cofnodi datgeliad',
      intro:
        'Ar gyfer yr hyn yr oedd y gyfraith neu berygl yn ei fynnu. Rhennir yr hyn y cytunodd person iddo drwy eu hachos.',
      organisation: 'I ba sefydliad?',
      ground: 'Ar ba sail?',
      what: 'Beth a ddatgelwyd?',
      told: 'A ddywedwyd wrth y person?',
      on: 'Ar ba ddiwrnod?',
      onHint: '',
      send: 'Ei gofnodi',
    },
  },
});
