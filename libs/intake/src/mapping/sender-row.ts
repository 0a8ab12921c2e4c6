/** A row that one person wrote of themselves: the public form. No reference and no other field is required (R3). */
import { draft, person, RowRejected, type Draft, type RowContext } from '../draft.js';
import { readDate } from '../cells/dates.js';
import { languageOf } from '../cells/languages.js';
import { namesFromOneCell, noNames } from '../cells/names.js';
import { namesNobody } from '../cells/not-known.js';
import { nothingKnown } from '../offences.js';
import type { Channel, ReferredPerson, Side } from '../referral.js';
import type { Mapping } from './mapping.js';
import type { Reading, RowValues } from './row-values.js';

type Who = Mapping['words']['sender'][string];

/** One self-referral. Throws RowRejected when it does not say who is speaking, or gives neither a name nor a way to answer. */
export function senderRow(reading: Reading): Draft {
  const { values, mapping, context } = reading;
  const who = mapping.words.sender[values.text('sender.is').toLowerCase()];
  if (!who)
    throw new RowRejected(
      `"${values.called('sender.is')}" does not say whether the person was harmed or is responsible`,
    );
  const sender = senderOf(who, reading);
  // "I will contact you" is a whole answer: such a person need give neither.
  const comesBack = sender.contact.safe === false;
  if (!comesBack && sender.names.asWritten === null && sender.telephone === null && sender.email === null) {
    throw new RowRejected('there is neither a name nor a way to answer');
  }
  const reference = values.text('reference') || null;
  const reported = values.answer('offence', 'sender.reported', context);
  if (reference !== null && reported === false) context.flag('R3', 'reportContradicted', 'offence');
  if (who.side === null) context.flag('R10', 'sideNotKnown', 'referral');
  if (values.answer('referral', 'sender.urgent', context) === true) context.flag('R37', 'urgent', 'referral');
  const handOver = values.answer('referral', 'sender.handOver', context);
  if (handOver !== null) context.flag('R10', handOver ? 'handOver' : 'handOverRefused', 'referral');
  const note = (field: 'sender.story' | 'sender.forStaff', side: Side | 'unsorted') =>
    values.text(field) === '' ? [] : [{ side, words: values.text(field) }];
  return draft(context, {
    source: mapping.source,
    initiator: who.initiator,
    externalReference: reference,
    receivedOn: receivedOn(values.text('receivedOn'), values.called('receivedOn'), context),
    reportedToPolice: reported,
    offences: [{ reference, kind: 'other', words: '', recordedOn: null }],
    // Reported or not, it stays unknown what came of it; "not reported" is the one stage the form can tell.
    justiceStage: { stage: reported === false && reference === null ? 'notReported' : 'unknown', words: '' },
    risk: {
      ...nothingKnown,
      death: who.bereaved || null,
      domesticAbuse: values.answer('offence', 'domesticAbuse', context),
    },
    people: [sender, ...spokenFor(who, reading)],
    notes: [...note('sender.story', who.side ?? 'unsorted'), ...note('sender.forStaff', 'unsorted')],
  });
}

/** Whoever speaks for somebody stands on nobody's side: what they say of themselves stays where the other's is left out (R7). */
const subjectOf = ({ role, side }: Who): Side | 'referral' =>
  role === 'parentOrCarer' ? 'referral' : (side ?? 'referral');

/** The grown-up on whose behalf somebody writes, with what is said of their agreement. Nothing else of them is asked. */
function spokenFor({ role, side }: Who, { values, context }: Reading): ReferredPerson[] {
  if (role !== 'parentOrCarer' || side !== 'harmed' || !values.isGiven('sender.theyAgree')) return [];
  return [person({ role: 'harmed', side, agreedToShare: values.answer('referral', 'sender.theyAgree', context) })];
}

/** When, with what words and where to: what is free text in how they may be reached, a line each. */
function howToReach(values: RowValues): string | null {
  const [times, safeWords, address] = (['sender.times', 'sender.safeWords', 'sender.address'] as const).map(
    values.text,
  );
  const lines = [
    times,
    safeWords && `Words that are safe to use: ${safeWords}`,
    address && `Address for post: ${address}`,
  ];
  return lines.filter(Boolean).join('\n') || null;
}

function senderOf(who: Who, { values, mapping, context }: Reading): ReferredPerson {
  const about = subjectOf(who);
  const telephones = context.telephones(about, values.called('sender.telephone'), values.text('sender.telephone'));
  const telephone = telephones[0]?.number ?? null;
  const email = context.email(about, values.called('sender.email'), values.text('sender.email'));
  const safe = values.answer(about, 'sender.safe', context);
  const channels =
    values
      .list('sender.ways')
      ?.flatMap(
        (way) =>
          context.coded<Channel | null>(about, values.called('sender.ways'), way, mapping.words.ways, null) ?? [],
      ) ?? null;
  const unreachable = { phone: !telephone, text: !telephone, email: !email, post: false };
  if (channels?.some((channel) => unreachable[channel])) context.flag('R11', 'channelWithoutAddress', about);
  if (channels?.includes('post') && values.text('sender.address') === '') context.flag('R11', 'addressNotAsked', about);
  if (safe !== true) context.flag('R11', 'noSafeContact', about);
  return person({
    role: who.role,
    side: who.side,
    bereaved: who.bereaved,
    names: namesOf(values, about, context),
    telephone,
    telephones,
    email,
    contact: {
      safe,
      channels,
      times: howToReach(values),
      voicemail: values.answer(about, 'sender.voicemail', context),
      mustNotKnow: values.text('sender.mustNotKnow') || null,
    },
    language: spoken(values, about, context),
    needs:
      values
        .list('sender.needs')
        ?.map((need) => ({ need: mapping.words.needs[need.trim().toLowerCase()] ?? 'other', words: need })) ?? null,
    // They sent it themselves.
    agreedToShare: who.role === 'harmed' ? true : null,
  });
}

function namesOf(values: RowValues, about: Side | 'referral', context: RowContext): ReferredPerson['names'] {
  const [name = '', callMe = ''] = (['sender.name', 'sender.knownAs'] as const).map((field) => {
    const text = values.text(field);
    if (!namesNobody(text)) return text;
    context.flag('R10', 'writtenAsNotKnown', about);
    context.aside(about, 'name', text, 'names nobody');
    return '';
  });
  return name || callMe ? namesFromOneCell(name, callMe) : noNames;
}

function spoken(values: RowValues, about: Side | 'referral', context: RowContext): string | null {
  const text = values.text('sender.language');
  if (text === '') return null;
  return (
    languageOf(text) ??
    context.aside(about, values.called('sender.language'), text, `${text} is not a language that is known by this name`)
  );
}

function receivedOn(instant: string, field: string, context: RowContext): string | null {
  if (instant === '') return null;
  const read = readDate(instant, ['iso'], 'a time at which it can have been received');
  const not = (reason: string) => context.aside('referral', field, instant, `${instant} ${reason}`);
  if ('reason' in read) return not(read.reason);
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(instant))
    return not('is not a time at which it can have been received: it has no time of day and zone');
  return read.date <= context.today
    ? read.date
    : not('is not a time at which it can have been received: it is in the future');
}
