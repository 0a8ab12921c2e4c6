// A checkpoint is signed by whoever may sign it.
import { people } from '../../../../command-form/choices.js';
import { items, letters } from '../../../../command-form/things.js';
import { commandForm } from '../../../../command-form/definition.js';

/** What the signer of a checkpoint must have found; of the others nothing more is asked. */
const needed: Readonly<Record<string, readonly string[]>> = {
  abuseGate: ['agencyEnquiries', 'noOngoingRisk', 'childrensNeeds'],
};

export const passCheckpoint = commandForm('passCheckpoint', {
  show: ['checkpoint', 'findings', 'about', 'on'],
  fields: {
    about: { from: (context) => [...people(context), ...letters(context), ...items(context)] },
    findings: {
      control: 'checkboxes',
      from: () =>
        Object.values(needed)
          .flat()
          .map((value) => ({ value, text: value })),
    },
  },
  together: ({ checkpoint, findings }) => {
    const found = Array.isArray(findings) ? findings : [];
    const asked = needed[String(checkpoint)];
    if (!asked) return found.length > 0 ? { findings: 'findings_notOfThis' } : {};
    return asked.every((one) => found.includes(one)) ? {} : { findings: 'findings_needed' };
  },
  words: {
    en: {
      checkpoint: 'Which checkpoint?',
      findings: 'A direct process after abuse: what did you find?',
      findingsHint: 'Only for that checkpoint. It cannot be signed unless all of these hold.',
      findings_agencyEnquiries: 'The agencies who know them were asked',
      findings_noOngoingRisk: 'There is no ongoing risk',
      findings_childrensNeeds: 'The needs of children were looked at',
      findings_needed:
        'A direct process after abuse is signed only when all of these were found. If one was not, refuse it',
      findings_notOfThis:
        'These findings belong to a direct process after abuse: choose that checkpoint, or none of them',
      about: 'Is it about one person, letter or item?',
    },
    cy: {
      checkpoint: 'Pa bwynt gwirio?',
      findings: 'Proses uniongyrchol ar ôl camdriniaeth: beth welsoch chi?',
      findingsHint: 'Dim ond ar gyfer y pwynt gwirio hwnnw. Ni ellir ei lofnodi oni bai bod y rhain i gyd yn wir.',
      findings_agencyEnquiries: 'Holwyd yr asiantaethau sy’n eu hadnabod',
      findings_noOngoingRisk: 'Nid oes risg barhaus',
      findings_childrensNeeds: 'Edrychwyd ar anghenion plant',
      findings_needed:
        'Dim ond pan welwyd y rhain i gyd y llofnodir proses uniongyrchol ar ôl camdriniaeth. Os na welwyd un, gwrthodwch',
      findings_notOfThis:
        'Mae’r rhain yn perthyn i broses uniongyrchol ar ôl camdriniaeth: dewiswch y pwynt hwnnw, neu ddim un ohonynt',
      about: 'A yw am un person, llythyr neu eitem?',
    },
  },
});
