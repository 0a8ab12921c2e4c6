// A task that is done by looking is marked as done.
import { actForm } from '../../../../command-form/act.js';

export const finishTask = actForm('finishTask', {
  for: ['facilitator', 'coordinator', 'manager', 'safeguardingLead'],
  backTo: '/today',
  about: 'taskId',
  words: {
    en: {
      title: 'This is done',
      intro: 'The task goes from everybody’s list. Nothing happens to the case.',
      send: 'Mark it as done',
    },
    cy: {
      title: 'Mae hyn wedi’i wneud',
      intro: 'Mae’r dasg yn mynd o restr pawb. Nid oes dim yn digwydd i’r achos.',
      send: 'Nodi ei bod wedi’i gwneud',
    },
  },
});
