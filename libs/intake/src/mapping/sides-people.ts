/** The people a row names, side by side with what is said of each. */
import type { DateStyle } from '../cells/dates.js';
import { languageOf } from '../cells/languages.js';
import { namedIn, namedInParts } from '../cells/several.js';
import { peopleNamed } from '../people.js';
import type { AgeBand, CalendarDate, ReferredPerson, RiskFlags, Side } from '../referral.js';
import { ageSaid } from './age-said.js';
import type { Reading } from './row-values.js';

/** A year of two digits is taken of recent days alone. */
export const ofYears = (style: DateStyle): boolean => style !== 'shortYear';

function named(side: Side, { values }: Reading) {
  const parts = [`${side}.title`, `${side}.given`, `${side}.family`] as const;
  const [title, given, family] = parts.map((field) => values.text(field)) as [string, string, string];
  const inParts = values.isMapped(`${side}.family`) || values.isMapped(`${side}.given`);
  const read = inParts ? namedInParts(title, given, family) : namedIn(values.text(`${side}.name`));
  return { role: side, side, field: values.called(inParts ? `${side}.family` : `${side}.name`), read };
}

/** What is said of a side's birth date and age; a date that the age contradicts is asked about. */
function ageOf(
  side: Side,
  actOn: CalendarDate | null,
  { values, mapping, context }: Reading,
): Pick<ReferredPerson, 'bornOn' | 'ageBand'> {
  const as = side === 'harmed' ? 'anybody' : mapping.children ? 'youthJusticeChild' : 'responsible';
  const bornOn = context.birthDate(
    side,
    values.called(`${side}.bornOn`),
    values.text(`${side}.bornOn`),
    mapping.dates.filter(ofYears),
    { actOn, as },
  );
  return ageSaid(
    side,
    { bornOn, said: values.text(`${side}.age`), called: values.called(`${side}.age`), on: actOn },
    context,
  );
}

/** Whom the row names as harmed; nobody where the referrer has no column for them. A band of a child is noted in `risk`. */
export function harmedPeople(actOn: CalendarDate | null, risk: RiskFlags, reading: Reading): ReferredPerson[] {
  const { values, mapping, context } = reading;
  const who = named('harmed', reading);
  // A system that exports suspects only has nobody to name: the referral waits for whoever was harmed.
  if (!['harmed.name', 'harmed.family', 'harmed.given'].some((field) => values.isMapped(field as 'harmed.name'))) {
    context.flag('R10', 'harmedNotNamed', 'harmed');
    return [];
  }
  const band = context.coded<AgeBand | null>(
    'harmed',
    values.called('harmed.ageBand'),
    values.text('harmed.ageBand'),
    mapping.words.ageBand,
    null,
  );
  if (band === 'under10' || band === '10to17') risk.childVictim = true;
  const telephones = context.telephones('harmed', values.called('harmed.telephone'), values.text('harmed.telephone'));
  const age = ageOf('harmed', actOn, reading);
  keptAsWritten('harmed', reading);
  return peopleNamed(context, who, {
    bornOn: age.bornOn,
    ageBand: band ?? age.ageBand,
    telephone: telephones[0]?.number ?? null,
    telephones,
    email: context.email('harmed', values.called('harmed.email'), values.text('harmed.email')),
    language: spoken(reading),
    contact: {
      safe: values.answer('harmed', 'harmed.safe', context),
      channels: null,
      times: null,
      voicemail: null,
      mustNotKnow: null,
    },
    agreedToShare: values.answer('harmed', 'harmed.agreed', context),
  });
}

function spoken({ values, context }: Reading): string | null {
  const text = values.text('harmed.language');
  if (text === '') return null;
  return (
    languageOf(text) ??
    context.aside(
      'harmed',
      values.called('harmed.language'),
      text,
      `${text} is not a language that is known by this name`,
    )
  );
}

/** Whom the row names as responsible; somebody without a name where it names nobody. */
export function responsiblePeople(actOn: CalendarDate | null, reading: Reading): ReferredPerson[] {
  const { values, context } = reading;
  const telephones = context.telephones(
    'responsible',
    values.called('responsible.telephone'),
    values.text('responsible.telephone'),
  );
  keptAsWritten('responsible', reading);
  return peopleNamed(context, named('responsible', reading), {
    ...ageOf('responsible', actOn, reading),
    telephone: telephones[0]?.number ?? null,
    telephones,
    email: context.email('responsible', values.called('responsible.email'), values.text('responsible.email')),
  });
}

/** What has no place of its own goes beside the referral in its original words. */
function keptAsWritten(side: Side, { values, context }: Reading): void {
  const words = values.text(`${side}.kept`);
  if (words !== '') context.aside(side, values.called(`${side}.kept`), words, 'is kept as written');
}
