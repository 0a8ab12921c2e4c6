// Another process in the same case: who takes part on which side.
import { people } from '../../../../command-form/choices.js';
import { commandForm } from '../../../../command-form/definition.js';

const several = { kind: 'id', required: true, list: true } as const;
const as = (part: string, ids: unknown) =>
  Array.isArray(ids) ? ids.map((participantId: unknown) => ({ participantId, part })) : [];

export const openProcess = commandForm('openProcess', {
  show: ['harmed', 'responsible'],
  own: { harmed: several, responsible: several },
  fields: { harmed: { from: people }, responsible: { from: people } },
  sends: ({ harmed, responsible }) => ({
    verb: 'openProcess',
    event: { members: [...as('harmed', harmed), ...as('responsible', responsible)] },
  }),
  words: {
    en: { harmed: 'Who was harmed?', responsible: 'Who is referred as responsible?' },
    cy: { harmed: 'Pwy gafodd niwed?', responsible: 'Pwy a gyfeiriwyd fel un cyfrifol?' },
  },
});
