// The answers that a field offers: names of the vocabulary, people, processes; and how it is asked.
import { isTable } from '../vocabulary/vocabulary.js';
import { inTheCase, running } from './form-case.js';
import { idIn } from './supplied-by.js';
import { namesFor, type Choice, type Control, type FormContext, type FormField } from './definition.js';

/** So many answers of equal weight stand side by side; so many more below one another; beyond that, in a list to open. */
const TILES = 4;
const LONGEST = 12;

/** The answers of a field, in their order. */
export function choicesOf(field: FormField, context: FormContext): readonly Choice[] {
  if (field.from) return field.from(context);
  if (field.kind === 'name') {
    const { of: table = '' } = field;
    return namesFor(field).map((name) => ({ value: name, text: isTable(table) ? context.name(table, name) : name }));
  }
  if (field.name === 'processId') return processes(context);
  return field.kind === 'id' ? people(context) : [];
}

/** Everybody in the case, each with their role. */
export const people = (context: FormContext): readonly Choice[] =>
  inTheCase(context.case).map(({ id, name, role }) => ({
    value: id,
    text: name ?? context.name('roles', role),
    hint: context.name('roles', role),
  }));

/** Whether the form is about somebody under 18, or may be: their age is not known, or it is not said yet who it is. */
export const mayBeUnder18 = ({ case: found, about }: FormContext): boolean =>
  found.participants?.find(({ id }) => id === idIn(about))?.age !== 'adult';

/** The members of the process that the form is about, or of the only one. */
export function members(context: FormContext): readonly Choice[] {
  const goingOn = running(context.case);
  const process = goingOn.find(({ id }) => id === context.processId) ?? goingOn[0];
  const here = new Set(process?.members.filter(({ leftAt }) => leftAt === null).map((one) => one.participantId));
  return people(context).filter(({ value }) => here.has(value));
}

const processes = (context: FormContext): readonly Choice[] =>
  running(context.case).map(({ id, type, stage }) => ({
    value: id,
    text: type === null ? context.name('stages', stage) : context.name('processTypes', type),
    ...(type !== null && { hint: context.name('stages', stage) }),
  }));

/** How a field is asked. */
export function controlOf(field: FormField, choices: readonly Choice[]): Control {
  if (field.control) return field.control;
  switch (field.kind) {
    case 'words':
      return 'area';
    case 'day':
      return 'date';
    case 'moment':
      return 'moment';
    case 'yesNo':
      return 'tiles';
    case 'name':
    case 'id':
      if (field.list) return 'checkboxes';
      return choices.length <= TILES ? 'tiles' : choices.length <= LONGEST ? 'radios' : 'select';
    case 'hash':
      return 'hidden';
    default:
      return 'text';
  }
}

/** The value that the address, or the case itself, gives to a field that nobody need be asked; null where it must be asked. */
export function knownValue(field: FormField, about: string | null, context: FormContext): string | null {
  if (field.name === about) return field.kind === 'id' ? idIn(context.about) : context.about;
  if (field.name !== 'processId') return null;
  if (context.processId !== null) return context.processId;
  return running(context.case).length > 1 ? null : '';
}
