// Who takes a case: for which duty is chosen first, and then everybody who could do it stands before those who could not, with the reasons.
import { namesOf } from '../vocabulary/vocabulary.js';
import type { Choice, FormContext, Subject } from './definition.js';

/** The subject of a form that gives somebody a duty: which duty, and who has it now. */
export const oneDuty: Subject = {
  from: ({ case: { facilitators }, name }) =>
    namesOf('duties').map((duty): Choice => {
      const holders = (facilitators ?? []).filter((one) => one.duty === duty && one.assignedAt !== null);
      const known = holders.map(({ who }) => who.name ?? '').join(', ');
      return { value: duty, text: name('duties', duty), ...(known !== '' && { hint: known }) };
    }),
  fills: (duty) => ({ duty }),
  ofBlocker: (about) => {
    const duty = namesOf('duties').find((one) => one === about);
    return duty === undefined ? null : { about: duty, processId: null };
  },
};

/** Facilitators as answers: whether they could, whether they must still declare, and everything that stands in the way. */
export const candidates = ({ candidates: all, name }: FormContext): readonly Choice[] =>
  all.map(({ facilitator, could, declarationDue, reasons }) => {
    const against = reasons.map(({ words }) => words.replace(/ [^.?!]* can supply it\.$/, ''));
    const due = declarationDue ? [name('candidacy', 'declares')] : [];
    const state = could ? [name('candidacy', 'could'), ...due] : [name('candidacy', 'couldNot'), ...against, ...due];
    return { value: facilitator.id, text: facilitator.name ?? '', hint: state.join(' ') };
  });
