// Two records are one person: which of them goes on, and why.
import { actForm, type ActContext } from '../../../../command-form/act.js';

const pairOf = ({ about, things }: ActContext) => things.suggestions.find(({ id }) => id === about)?.persons ?? [];

export const mergePersons = actForm('mergePersons', {
  for: ['coordinator', 'manager', 'safeguardingLead'],
  backTo: '/duplicates',
  reads: ['suggestions'],
  opens: (context) => pairOf(context).length === 2,
  own: { goesOn: { kind: 'id', required: true, list: false } },
  show: ['goesOn', 'reason'],
  fields: {
    goesOn: {
      control: 'radios',
      from: (context) => {
        const pair = pairOf(context);
        return pair.map(({ id, name, cases }) => ({
          value: [id, ...pair.filter((other) => other.id !== id).map((other) => other.id)].join('|'),
          text: name ?? id,
          hint: cases.map(({ reference, role }) => `${reference}: ${context.name('roles', role)}`).join('; '),
        }));
      },
    },
  },
  sends: ({ goesOn, reason }) => {
    const [keptId, goneId] = String(goesOn).split('|');
    return { keptId, goneId, reason };
  },
  words: {
    en: {
      title: 'They are one person',
      intro: 'The other record is read as this one from then on. Nothing is moved or lost, and it can be taken back.',
      goesOn: 'Which record goes on?',
      reason: 'Why are they one?',
      send: 'Merge them',
    },
    cy: {
      title: 'Yr un person ydynt',
      intro:
        'Darllenir y cofnod arall fel hwn o hynny ymlaen. Nid oes dim yn cael ei symud na’i golli, a gellir ei dynnu’n ôl.',
      goesOn: 'Pa gofnod sy’n parhau?',
      reason: 'Pam maent yn un?',
      send: 'Eu cyfuno',
    },
  },
});
