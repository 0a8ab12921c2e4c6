/** A row that names the people of both sides, or of one: what a police force, a youth justice service or a records system sends. */
import { ageOn } from '#libs/time';
import { draft, RowRejected, type Draft, type RowContext } from '../draft.js';
import { nothingKnown, offenceOf } from '../offences.js';
import type {
  AppropriateAdult,
  CalendarDate,
  Invitation,
  JusticeStage,
  OffenceKind,
  ReferredPerson,
  RiskFlag,
  RiskFlags,
} from '../referral.js';
import type { Mapping } from './mapping.js';
import { heed, remarks } from './remarks.js';
import type { Reading } from './row-values.js';
import { harmedPeople, ofYears, responsiblePeople } from './sides-people.js';

/** One row. Throws RowRejected when nothing says which offence it is, or nobody can be asked. */
export function sidesRow({ values, mapping, context }: Reading): Draft {
  const reading = { values, mapping, context };
  const reference = values.text('reference') || null;
  const day = (field: 'recordedOn' | 'receivedOn', what: string) =>
    context.pastDate(
      field === 'recordedOn' ? 'offence' : 'referral',
      values.called(field),
      values.text(field),
      mapping.dates,
      what,
    );
  const recordedOn = day('recordedOn', 'a recorded date');
  const words = values.text('offence.words');
  const offence = kindOf(words, mapping);
  const responsible = responsiblePeople(recordedOn, reading);
  if (reference === null) withoutReference(recordedOn, reading);
  if (words === '') context.flag('R34', 'offenceNotStated', 'offence');
  const risk = risksOf(offence.risks, reading);
  const harmed = harmedPeople(recordedOn, risk, reading);
  const outcome = values.text('stage');
  const panel = context.anyDate(
    'referral',
    values.called('panelOn'),
    values.text('panelOn'),
    mapping.dates.filter(ofYears),
    'a panel date',
  );
  if (panel !== null && panel < context.today) context.flag('R6', 'panelIsPast', 'referral');
  const notes = values.text('notes');
  const row = draft(context, {
    source: mapping.source,
    initiator: context.coded(
      'referral',
      values.called('initiator'),
      values.text('initiator'),
      mapping.words.initiator,
      mapping.initiator,
    ),
    externalReference: reference,
    receivedOn: day('receivedOn', 'a day of referral') ?? context.today,
    reportedOn: recordedOn,
    reportedToPolice: mapping.source === 'police' ? true : null,
    offences: [{ reference: mapping.source === 'police' ? reference : null, kind: offence.kind, words, recordedOn }],
    justiceStage: {
      stage: context.coded<JusticeStage>('offence', values.called('stage'), outcome, mapping.words.stage, 'unknown'),
      words: outcome,
    },
    keyDates: panel === null ? [] : [{ what: 'panel', on: panel }],
    risk,
    people: [...harmed, ...responsible],
    invitation: values.isMapped('harmed.invite') ? invitationOf(reading) : null,
    appropriateAdult: appropriateAdultOf(values.text('responsible.adult'), context),
    officer: values.text('officer') || null,
    notes: notes === '' ? [] : [{ side: 'unsorted', words: notes }],
  });
  const grownUp = ({ bornOn }: ReferredPerson) => bornOn !== null && ageOn(bornOn, recordedOn ?? context.today) >= 18;
  if (/^youth/i.test(outcome) && responsible.some(grownUp)) context.flag('R26', 'outcomeDoesNotFitAge', 'responsible');
  for (const one of harmed) heed(remarks, notes, row, one, context);
  return row;
}

function withoutReference(recordedOn: CalendarDate | null, { values, context }: Reading): void {
  if (
    !['responsible.name', 'responsible.family', 'responsible.given'].some(
      (field) => values.text(field as 'responsible.name') !== '',
    )
  )
    throw new RowRejected('there is neither a person responsible nor a reference to ask by');
  if (values.isMapped('recordedOn') && recordedOn === null) {
    const why =
      context.setAside.find(({ field }) => field === values.called('recordedOn'))?.reason ??
      'there is no recorded date';
    throw new RowRejected(`${why}; and without a reference nothing says which offence this is`);
  }
  context.flag('R3', 'noReference', values.isMapped('recordedOn') ? 'offence' : 'referral');
}

/** The referrer's own table first, then what the words themselves name. */
function kindOf(words: string, mapping: Mapping): { kind: OffenceKind; risks: readonly RiskFlag[] } {
  const key = words.toLowerCase();
  const own = Object.hasOwn(mapping.words.offence, key) ? mapping.words.offence[key] : undefined;
  const said = offenceOf(words);
  return own ? { kind: own.kind, risks: [...new Set([...own.risks, ...said.risks])] } : said;
}

function risksOf(certain: readonly RiskFlag[], { values, context }: Reading): RiskFlags {
  const risk: RiskFlags = {
    ...nothingKnown,
    domesticAbuse: values.answer('offence', 'domesticAbuse', context),
    hate: values.answer('offence', 'hate', context),
  };
  for (const flag of certain) {
    // The offence's own name outweighs a "no" in the next cell.
    if (risk[flag] === false)
      context.flag('R34', flag === 'hate' ? 'hateContradicted' : 'domesticAbuseContradicted', 'offence');
    risk[flag] = true;
  }
  return risk;
}

/** The row names neither who decided nor when, so that none is a decision yet (R6). */
function invitationOf({ values, context }: Reading): Invitation {
  const asked = values.answer('referral', 'harmed.invite', context);
  const leaning = asked === null ? null : asked ? 'invite' : 'doNotInvite';
  const reason = values.text('harmed.notInvited') || null;
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
