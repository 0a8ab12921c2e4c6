// An act about a person of a case: the address names both, `<case>|<person>`, and the page says who that is before anything is typed.
import type { ActContext } from './act.js';

/** The participant whom the address names; undefined where there is none for this reader. */
export function personOf({ about, things: { ofCase } }: ActContext) {
  const [, personId] = (about ?? '').split('|');
  return ofCase?.participants?.find((person) => person.personId === personId);
}

/** What a form about a person of a case has in common. */
export const aboutPerson = {
  reads: ['ofCase'],
  opens: (context: ActContext) => personOf(context) !== undefined,
  facts: (context: ActContext) => {
    const person = personOf(context);
    return [
      { key: 'act.person', value: person?.name ?? context.name('roles', person?.role ?? '') },
      { key: 'act.case', value: context.things.ofCase?.reference ?? '' },
    ];
  },
} as const;

/** The ids that go back as they were shown. */
export const personShown = {
  control: 'hidden',
  value: (context: ActContext) => personOf(context)?.personId ?? '',
} as const;
export const caseShown = {
  control: 'hidden',
  value: (context: ActContext) => context.things.ofCase?.id ?? '',
} as const;
