/** A youth justice service's sheet: one row a child, the people harmed together in one cell. */
import { draft, RowRejected, type RowContext, type Draft } from '../draft.js';
import type { DateStyle } from '../cells/dates.js';
import { namedIn } from '../cells/several.js';
import { peopleNamed } from '../people.js';
import { nothingKnown, offenceOf } from '../offences.js';
import type { AgeBand, AppropriateAdult, Invitation, ReferredPerson, RiskFlags } from '../referral.js';

export const youthJusticeColumns = [
  'YJS no', 'Child', 'Date of birth', 'Offence', 'Panel date', 'Victim(s)', 'Victim age band', 'Invite victim?',
  'Reason if not invited', 'Appropriate adult',
] as const; // prettier-ignore
type Cells = Readonly<Record<(typeof youthJusticeColumns)[number], string>>;

const styles: DateStyle[] = ['dayMonthYear', 'dayMonthName', 'iso', 'serial'];
const bands: Readonly<Record<string, AgeBand>> = {
  '<10': 'under10',
  '10-17': '10to17',
  '18-64': '18to64',
  '65+': '65plus',
};
const invites: Readonly<Record<string, 'invite' | 'doNotInvite'>> = {
  yes: 'invite',
  y: 'invite',
  no: 'doNotInvite',
  n: 'doNotInvite',
};

/** One youth justice row. Throws RowRejected when it names neither a child nor a number to ask by. */
export function youthJusticeRow(cells: Cells, context: RowContext): Draft {
  const reference = cells['YJS no'] || null;
  if (reference === null && cells.Child === '') throw new RowRejected('there is neither a number nor a child');
  if (reference === null) context.flag('R3', 'noReference', 'referral');
  const children = responsibleChildren(cells, context);
  const offence = offenceOf(cells.Offence);
  if (cells.Offence === '') context.flag('R34', 'offenceNotStated', 'offence');
  const panel = context.anyDate('referral', 'Panel date', cells['Panel date'], styles, 'a panel date');
  const risk: RiskFlags = { ...nothingKnown };
  for (const flag of offence.risks) risk[flag] = true;
  return draft(context, {
    source: 'youthJustice',
    initiator: 'youthJustice',
    externalReference: reference,
    offences: [{ reference: null, kind: offence.kind, words: cells.Offence, recordedOn: null }],
    keyDates: panel === null ? [] : [{ what: 'panel', on: panel }],
    people: [...harmedPeople(cells, risk, context), ...children],
    risk,
    invitation: invitationOf(cells, context),
    appropriateAdult: appropriateAdultOf(cells['Appropriate adult'], context),
  });
}

function responsibleChildren(cells: Cells, context: RowContext): ReferredPerson[] {
  // The sheet does not say when it happened.
  const known = { actOn: null, as: 'youthJusticeChild' } as const;
  const bornOn = context.birthDate('responsible', 'Date of birth', cells['Date of birth'], styles, known);
  const read = namedIn(cells.Child);
  return peopleNamed(context, { role: 'responsible', side: 'responsible', field: 'Child', read }, { bornOn });
}

function harmedPeople(cells: Cells, risk: RiskFlags, context: RowContext): ReferredPerson[] {
  const read = namedIn(cells['Victim(s)']);
  const ageBand = context.coded<AgeBand | null>('harmed', 'Victim age band', cells['Victim age band'], bands, null);
  if (ageBand === 'under10' || ageBand === '10to17') risk.childVictim = true;
  return peopleNamed(context, { role: 'harmed', side: 'harmed', field: 'Victim(s)', read }, { ageBand });
}

/** The sheet names neither who decided nor when, so that no row of it is a decision yet (R6). */
function invitationOf(cells: Cells, context: RowContext): Invitation {
  const leaning = context.coded<'invite' | 'doNotInvite' | null>(
    'referral',
    'Invite victim?',
    cells['Invite victim?'],
    invites,
    null,
  );
  const reason = cells['Reason if not invited'] || null;
  context.flag('R6', leaning === null ? 'invitationNotDecided' : 'deciderAndDateMissing', 'referral');
  if (leaning === 'doNotInvite' && reason === null) context.flag('R6', 'reasonMissing', 'referral');
  return { decision: 'undecided', leaning, reason, decider: null, decidedOn: null };
}

function appropriateAdultOf(words: string, context: RowContext): AppropriateAdult | null {
  if (words === '') return null;
  const implicated = /\b(charged|co-?accused|suspect(ed)?|arrested|implicated|co-?defendant)\b/i.test(words)
    ? true
    : null;
  if (implicated) context.flag('R26', 'appropriateAdultImplicated', 'responsible');
  return { words, relation: words.replace(/\s*\(.*$/u, ''), implicated };
}
