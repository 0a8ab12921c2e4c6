// The things of a case that an answer may name: concerns, holds, orders, letters, items, facilitators.
import { idIn } from './supplied-by.js';
import { running, type FormProcess } from './form-case.js';
import type { Choice, FormContext } from './definition.js';

/** Concerns without a decision, by the day they were raised. */
export const openConcerns = ({ case: { concerns }, day }: FormContext): readonly Choice[] =>
  (concerns ?? []).filter(({ decision }) => decision === null).map(({ id, at }) => ({ value: id, text: day(at) }));

/** What holds the case, with the day on which it began. */
export const freezes = ({ case: found, name, day }: FormContext): readonly Choice[] =>
  (found.freezes ?? []).map(({ id, kind, at }) => ({ value: id, text: name('freezeKinds', kind), hint: day(at) }));

/** Orders, by whom they bind. */
export const orders = (context: FormContext): readonly Choice[] =>
  (context.case.orders ?? []).map(({ id, participantId, forbids }) => ({
    value: id,
    text: called(context, participantId),
    hint: forbids.map((one) => context.name('prohibitions', one)).join('; '),
  }));

/** Deviations that nobody has reviewed, by the day that each is about. */
export const deviations = ({ case: found, day }: FormContext): readonly Choice[] =>
  (found.deviations ?? [])
    .filter(({ reviewedAt }) => reviewedAt === null)
    .map(({ id, on }) => ({ value: id, text: day(on) }));

/** Those who have the case, or are asked to take it. */
export const facilitators = ({ case: found, name }: FormContext): readonly Choice[] =>
  (found.facilitators ?? []).map(({ who, duty }) => ({
    value: who.id,
    text: who.name ?? name('duties', duty ?? ''),
    ...(duty !== null && { hint: name('duties', duty) }),
  }));

/** Letters and messages of the process that the form is about, by their kind and between whom they pass. */
export const letters = (context: FormContext): readonly Choice[] =>
  within(context).flatMap(({ communications }) =>
    communications.map(({ id, kind, from, to }) => ({
      value: id,
      text: context.name('communicationKinds', kind),
      hint: `${called(context, from)} – ${called(context, to)}`,
    })),
  );

/** The letter or message that a form is of: the one that the address names, or the only one; undefined where it must be chosen. */
export function letterOf(context: FormContext): FormProcess['communications'][number] | undefined {
  const all = within(context).flatMap(({ communications }) => communications);
  const asked = idIn(context.about);
  return asked === null && all.length === 1 ? all[0] : all.find(({ id }) => id === asked);
}

/** For a form that signs the exact text of one letter: the letter is the one shown, and its hash that of the text shown. */
export const signsTheLetter = {
  communicationId: { control: 'hidden', value: (context: FormContext) => letterOf(context)?.id ?? '' },
  sha256: { control: 'hidden', value: (context: FormContext) => letterOf(context)?.sha256 ?? '' },
} as const;

/** Items of the agreement, by their kind and who does them. */
export const items = (context: FormContext): readonly Choice[] =>
  within(context).flatMap(({ agreement }) =>
    agreement.items.map(({ id, kind, doer }) => ({
      value: id,
      text: context.name('itemKinds', kind),
      hint: called(context, doer),
    })),
  );

const within = ({ case: found, processId }: FormContext): readonly FormProcess[] =>
  running(found).filter(({ id }) => processId === null || id === processId);

function called({ case: found, name }: FormContext, participantId: string): string {
  const person = found.participants?.find(({ id }) => id === participantId);
  return person?.name ?? name('roles', person?.role ?? '');
}
