/** A police force's spreadsheet: one row for each person harmed by each offence. */
import { ageOn } from '#libs/time';
import { draft, RowRejected, yesNo, type RowContext, type Draft } from '../draft.js';
import type { DateStyle } from '../cells/dates.js';
import { namedInParts } from '../cells/several.js';
import { peopleNamed } from '../people.js';
import { nothingKnown, offenceOf } from '../offences.js';
import type { Initiator, JusticeStage, ReferredPerson, RiskFlags } from '../referral.js';
import { heed, policeRemarks } from './police-remarks.js';

export const policeColumns = [
  'Crime Ref', 'Recorded Date', 'Offence', 'Outcome', 'Offender Surname', 'Offender Forename', 'Offender DOB',
  'Victim Title', 'Victim Surname', 'Victim Forename', 'Victim DOB', 'Victim Tel', 'Victim Email', 'Safe to contact',
  'DA', 'Hate', 'Initiated by', 'Victim agreed to share', 'OIC', 'Notes',
] as const; // prettier-ignore
type Cells = Readonly<Record<(typeof policeColumns)[number], string>>;

const recorded: DateStyle[] = ['dayMonthYear', 'dayMonthName', 'iso', 'shortYear', 'serial'];
const born: DateStyle[] = ['dayMonthYear', 'dayMonthName', 'iso', 'serial'];

const initiators: Readonly<Record<string, Initiator>> = {
  victim: 'harmed',
  offender: 'responsible',
  police: 'police',
  probation: 'probation',
};

const outcomes: Readonly<Record<string, JusticeStage>> = {
  'under investigation': 'investigation',
  'nfa - victim does not support': 'noFurtherAction',
  'community resolution': 'outOfCourt',
  'youth caution': 'outOfCourt',
  'conditional caution': 'outOfCourt',
  'postal requisition': 'charged',
  charged: 'charged',
  'convicted - awaiting sentence': 'preSentence',
  'sentenced - community order': 'community',
  'sentenced - custody': 'custody',
};

/** One police row. Throws RowRejected when neither a reference nor a date says which offence it is. */
export function policeRow(cells: Cells, context: RowContext): Draft {
  const reference = cells['Crime Ref'] || null;
  const recordedOn = context.pastDate('offence', 'Recorded Date', cells['Recorded Date'], recorded, 'a recorded date');
  if (reference === null) {
    if (recordedOn === null) throw new RowRejected(nothingToGoBy(context));
    context.flag('R3', 'noReference', 'offence');
  }
  if (cells.Offence === '') context.flag('R34', 'offenceNotStated', 'offence');
  const offence = offenceOf(cells.Offence);
  const harmed = harmedPeople(cells, recordedOn, context);
  const responsible = responsiblePeople(cells, recordedOn, context);
  const row = draft(context, {
    source: 'police',
    initiator: context.coded('referral', 'Initiated by', cells['Initiated by'], initiators, 'unknown'),
    externalReference: reference,
    reportedOn: recordedOn,
    reportedToPolice: true,
    offences: [{ reference, kind: offence.kind, words: cells.Offence, recordedOn }],
    justiceStage: {
      stage: context.coded('offence', 'Outcome', cells.Outcome, outcomes, 'unknown'),
      words: cells.Outcome,
    },
    risk: risksOf(cells, offence.risks, context),
    people: [...harmed, ...responsible],
    officer: cells.OIC || null,
    notes: cells.Notes === '' ? [] : [{ side: 'unsorted', words: cells.Notes }],
  });
  const grownUp = ({ bornOn }: ReferredPerson) => bornOn !== null && ageOn(bornOn, recordedOn ?? context.today) >= 18;
  if (/^youth/i.test(cells.Outcome) && responsible.some(grownUp))
    context.flag('R26', 'outcomeDoesNotFitAge', 'responsible');
  for (const one of harmed) heed(policeRemarks, cells.Notes, row, one, context);
  return row;
}

function nothingToGoBy(context: RowContext): string {
  const date = context.setAside.find((value) => value.field === 'Recorded Date')?.reason ?? 'there is no recorded date';
  return `${date}; and without a crime reference nothing says which offence this is`;
}

function harmedPeople(cells: Cells, actOn: string | null, context: RowContext): ReferredPerson[] {
  const read = namedInParts(cells['Victim Title'], cells['Victim Forename'], cells['Victim Surname']);
  const safe = context.coded('harmed', 'Safe to contact', cells['Safe to contact'], yesNo, null);
  const telephones = context.telephones('harmed', 'Victim Tel', cells['Victim Tel']);
  return peopleNamed(
    context,
    { role: 'harmed', side: 'harmed', field: 'Victim', read },
    {
      bornOn: context.birthDate('harmed', 'Victim DOB', cells['Victim DOB'], born, { actOn, as: 'anybody' }),
      telephone: telephones[0]?.number ?? null,
      telephones,
      email: context.email('harmed', 'Victim Email', cells['Victim Email']),
      contact: { safe, channels: null, times: null, voicemail: null, mustNotKnow: null },
      agreedToShare: context.coded('harmed', 'Victim agreed to share', cells['Victim agreed to share'], yesNo, null),
    },
  );
}

function responsiblePeople(cells: Cells, actOn: string | null, context: RowContext): ReferredPerson[] {
  const read = namedInParts('', cells['Offender Forename'], cells['Offender Surname']);
  // The reference still says who it is: the police can be asked. Until then no person is told anything (R9).
  if (read.who.length === 0 && cells['Crime Ref'] === '')
    throw new RowRejected('there is neither an offender nor a crime reference to ask by');
  const bornOn = context.birthDate('responsible', 'Offender DOB', cells['Offender DOB'], born, {
    actOn,
    as: 'responsible',
  });
  return peopleNamed(context, { role: 'responsible', side: 'responsible', field: 'Offender', read }, { bornOn });
}

function risksOf(cells: Cells, certain: readonly (keyof RiskFlags)[], context: RowContext): RiskFlags {
  const risk: RiskFlags = {
    ...nothingKnown,
    domesticAbuse: context.coded('offence', 'DA', cells.DA, yesNo, null),
    hate: context.coded('offence', 'Hate', cells.Hate, yesNo, null),
  };
  for (const flag of certain) {
    // The offence's own name outweighs a "no" in the next cell.
    if (risk[flag] === false)
      context.flag('R34', flag === 'hate' ? 'hateContradicted' : 'domesticAbuseContradicted', 'offence');
    risk[flag] = true;
  }
  return risk;
}
