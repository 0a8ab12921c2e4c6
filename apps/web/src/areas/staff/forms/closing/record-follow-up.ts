// A follow-up contact, and how they are; the one that is due stands in the form.
import { commandForm, type FormContext } from '../../../../command-form/definition.js';
import { idIn } from '../../../../command-form/supplied-by.js';

/** The earliest that is due and not done. */
function nextPoint({ case: found, about, processId, now }: FormContext): string {
  const due = (found.processes ?? [])
    .filter(({ id }) => processId === null || id === processId)
    .flatMap(({ followUp = [] }) => followUp)
    .filter((one) => one.participantId === idIn(about) && one.doneAt === null && one.dueAt !== null && one.dueAt <= now)
    .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  return due[0]?.point ?? '';
}

export const recordFollowUp = commandForm('recordFollowUp', {
  about: 'participantId',
  show: ['point', 'outcome', 'early', 'on'],
  fields: { point: { value: nextPoint } },
  words: {
    en: { point: 'Which follow-up is it?', outcome: 'How did it go?', early: 'Why is it early?' },
    cy: { point: 'Pa ddilyniant yw e?', outcome: 'Sut aeth hi?', early: 'Pam mae’n gynnar?' },
  },
});
