// A sharing agreement with an organisation, with its first and last day.
import { actForm, type ActContext } from '../../../../command-form/act.js';

const organisationOf = ({ about, things }: ActContext) => things.organisations.find(({ id }) => id === about);

export const recordSharingAgreement = actForm('recordSharingAgreement', {
  for: ['manager'],
  backTo: '/organisations',
  about: 'organisationId',
  reads: ['organisations'],
  opens: (context) => organisationOf(context) !== undefined,
  facts: (context) => [{ key: 'act.organisation', value: organisationOf(context)?.name ?? '' }],
  words: {
    en: {
      title: 'Record a sharing agreement',
      reference: 'Where is the signed agreement found?',
      startsOn: 'First day',
      endsOn: 'Last day',
      send: 'Record it',
    },
    cy: {
      title: 'Cofnodi cytundeb rhannu',
      reference: 'Ble mae’r cytundeb wedi’i lofnodi?',
      startsOn: 'Diwrnod cyntaf',
      endsOn: 'Diwrnod olaf',
      send: 'Ei gofnodi',
    },
  },
});
