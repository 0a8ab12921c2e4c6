// A sharing agreement ends early: nothing is shared under it afterwards.
import { actForm, type ActContext } from '../../../../command-form/act.js';

const agreementOf = ({ about, things }: ActContext) =>
  things.organisations
    .flatMap(({ name, agreements }) => agreements.map((one) => ({ ...one, name })))
    .find(({ id }) => id === about);

export const endSharingAgreement = actForm('endSharingAgreement', {
  for: ['manager'],
  backTo: '/organisations',
  about: 'agreementId',
  reads: ['organisations'],
  opens: (context) => agreementOf(context) !== undefined,
  facts: (context) => [
    { key: 'act.organisation', value: agreementOf(context)?.name ?? '' },
    { key: 'act.agreement', value: agreementOf(context)?.reference ?? '' },
  ],
  show: ['on'],
  words: {
    en: {
      title: 'End a sharing agreement',
      intro: 'Nothing is shared under it afterwards.',
      on: 'Its last day',
      onHint: '',
      send: 'End it',
    },
    cy: {
      title: 'Dod â chytundeb rhannu i ben',
      intro: 'Ni rennir dim oddi tano wedyn.',
      on: 'Ei ddiwrnod olaf',
      onHint: '',
      send: 'Dod ag ef i ben',
    },
  },
});
