// A legal hold on a person of a case: nothing about them is erased while it stands.
import { actForm } from '../../../../command-form/act.js';
import { aboutPerson, personOf } from '../../../../command-form/act-person.js';

export const placeLegalHold = actForm('placeLegalHold', {
  ...aboutPerson,
  for: ['manager', 'safeguardingLead'],
  backTo: '/holds',
  own: {
    of: { kind: 'name', required: true, list: false, of: 'HeldThings', names: ['person', 'case'] },
    ids: { kind: 'text', required: true, list: false },
  },
  show: ['of', 'reason'],
  fields: {
    of: { control: 'tiles' },
    ids: {
      control: 'hidden',
      value: (context) => `${context.things.ofCase?.id ?? ''}|${personOf(context)?.personId ?? ''}`,
    },
  },
  sends: ({ of, ids, reason }) => {
    const [caseId, personId] = String(ids).split('|');
    return { personId: of === 'person' ? personId : null, caseId: of === 'case' ? caseId : null, class: null, reason };
  },
  words: {
    en: {
      title: 'Place a legal hold',
      intro: 'Nothing that it covers is erased while it stands.',
      of: 'What is held?',
      reason: 'Why?',
      send: 'Place the hold',
    },
    cy: {
      title: 'Gosod dal cyfreithiol',
      intro: 'Ni chaiff dim y mae’n ei gwmpasu ei ddileu tra bydd yn sefyll.',
      of: 'Beth a ddelir?',
      reason: 'Pam?',
      send: 'Gosod y dal',
    },
  },
});
