// Everything that the kind of process needs settled, on one page: what is known is written down, all of it as one command.
import {
  commandForm,
  type FieldShape,
  type FormContext,
  type Told,
  type Typed,
} from '../../../../command-form/definition.js';
import { running } from '../../../../command-form/form-case.js';
import { namesOf, tables } from '../../../../vocabulary/vocabulary.js';

const names = namesOf('arrangements');
const words: FieldShape = { kind: 'words', required: false, list: false };

/** What the process of the form needs. */
function neededIn({ case: found, processId }: FormContext): ReadonlySet<string> {
  const process = running(found).find(({ id }) => processId === null || id === processId);
  return new Set((process?.arrangements ?? []).map(({ arrangement }) => arrangement));
}

const settled = (typed: Typed): Told[] =>
  names
    .filter((arrangement) => typed[arrangement] !== undefined)
    .map((arrangement) => {
      const { processId, [arrangement]: text } = typed;
      return { verb: 'settleArrangement', event: { ...(processId !== undefined && { processId }), arrangement, text } };
    });

export const settleArrangements = commandForm('settleArrangement', {
  address: 'settle-arrangements',
  show: names,
  own: Object.fromEntries(names.map((name) => [name, words])),
  fields: Object.fromEntries(
    names.map((name) => [name, { asked: (context: FormContext) => neededIn(context).has(name) }]),
  ),
  together: (typed) => (settled(typed).length === 0 ? { aftercare: 'aftercare_needed' } : {}),
  sends: (typed) => {
    const [first, ...also] = settled(typed);
    return { verb: 'settleArrangement', event: first?.event ?? {}, also };
  },
  words: {
    en: {
      intro: 'Write down what is settled. What you leave empty stays as it is.',
      ...tables.en['arrangements'],
      aftercare_needed: 'Write how at least one of these is settled',
    },
    cy: {
      intro: 'Ysgrifennwch yr hyn sydd wedi’i drefnu. Mae’r hyn a adewch yn wag yn aros fel y mae.',
      ...tables.cy['arrangements'],
      aftercare_needed: 'Ysgrifennwch sut mae o leiaf un o’r rhain wedi’i drefnu',
    },
  },
});
