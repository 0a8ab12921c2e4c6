/** A youth justice service's sheet: one row a child, the people harmed together in one cell. */
import { draft, person, RowRejected, type RowContext, type Draft } from '../draft.js';
import type { DateStyle } from '../dates.js';
import { isOrganisationName, namesFromOneCell, severalNames } from '../names.js';
import { nothingKnown, offenceOf } from '../offences.js';
import type { AgeBand, AppropriateAdult, Invitation, ReferredPerson, RiskFlags } from '../referral.js';

export const youthJusticeColumns = [
  'YJS no', 'Child', 'Date of birth', 'Offence', 'Panel date', 'Victim(s)', 'Victim age band', 'Invite victim?',
  'Reason if not invited', 'Appropriate adult',
] as const; // prettier-ignore
type Cells = Readonly<Record<(typeof youthJusticeColumns)[number], string>>;

const styles: DateStyle[] = ['dayMonthYear', 'dayMonthName', 'iso'];
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
  const child = responsibleChild(cells, context);
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
    people: [...harmedPeople(cells, risk, context), child],
    risk,
    invitation: invitationOf(cells, context),
    appropriateAdult: appropriateAdultOf(cells['Appropriate adult'], context),
  });
}

function responsibleChild(cells: Cells, context: RowContext): ReferredPerson {
  const names = namesFromOneCell(cells.Child);
  if (names.asWritten === null) context.flag('R9', 'noName', 'responsible');
  const bornOn = context.pastDate('responsible', 'Date of birth', cells['Date of birth'], styles, 'a date of birth');
  return person({ role: 'responsible', side: 'responsible', names, bornOn });
}

function harmedPeople(cells: Cells, risk: RiskFlags, context: RowContext): ReferredPerson[] {
  const named = severalNames(cells['Victim(s)']);
  const band = context.coded<AgeBand | null>('harmed', 'Victim age band', cells['Victim age band'], bands, null);
  if (named.length === 0) context.flag('R9', 'noName', 'harmed');
  if (band === 'under10' || band === '10to17') risk.childVictim = true;
  // One band for several people: the file does not say which of them it describes.
  const shared = named.length > 1 && band !== null;
  if (shared)
    context.aside('harmed', 'Victim age band', cells['Victim age band'], 'one age band stands for several people');
  return (named.length === 0 ? [''] : named).map((name) =>
    person({
      role: 'harmed',
      side: 'harmed',
      organisation: isOrganisationName(name),
      names: namesFromOneCell(name),
      ageBand: shared ? null : band,
    }),
  );
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
