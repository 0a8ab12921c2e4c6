/** The public self-referral form: one JSON line a person. No police reference and no other field is required (R3). */
import { z } from 'zod';
import { draft, person, RowRejected, type RowContext, type Draft } from '../draft.js';
import { readDate } from '../cells/dates.js';
import { languageOf } from '../cells/languages.js';
import { namesFromOneCell, noNames } from '../cells/names.js';
import { namesNobody } from '../cells/not-known.js';
import { nothingKnown } from '../offences.js';
import type { Initiator, Need, ReferredPerson, Side } from '../referral.js';

const words = z.string().trim().nullish();
const answer = z.boolean().nullish();
const form = z.strictObject({
  receivedAt: words,
  iAm: words,
  name: words,
  callMe: words,
  reportedToPolice: answer,
  crimeReference: words,
  whatHappened: words,
  contact: z
    .strictObject({
      safe: answer,
      ways: z.array(z.string()).nullish(),
      phone: words,
      email: words,
      times: words,
      voicemail: answer,
      mustNotKnow: words,
      // What may be said to whoever picks up, and where a letter goes.
      safeWords: words,
      address: words,
    })
    .nullish(),
  language: words,
  needs: z.array(z.string()).nullish(),
  domesticAbuse: answer,
  // Somebody is not safe now.
  urgent: answer,
  // Whether the person on whose behalf this is sent agrees to it.
  theyAgree: answer,
  // They live where another service works: whether what they said may be handed over to it.
  handOver: answer,
  // What else staff must know, such as the words that are safe to use.
  forStaff: words,
});
type Form = z.infer<typeof form>;

/** What the form's first question makes of a person. A parent or carer does not say of whom, so they have no side yet. */
const asked: Readonly<
  Record<string, { role: ReferredPerson['role']; side: Side | null; initiator: Initiator; bereaved?: true }>
> = {
  'person harmed': { role: 'harmed', side: 'harmed', initiator: 'harmed' },
  'bereaved relative': { role: 'harmed', side: 'harmed', initiator: 'harmed', bereaved: true },
  'person responsible': { role: 'responsible', side: 'responsible', initiator: 'responsible' },
  'parent of a child harmed': { role: 'parentOrCarer', side: 'harmed', initiator: 'other' },
  'on behalf of somebody harmed': { role: 'parentOrCarer', side: 'harmed', initiator: 'other' },
  'parent or carer': { role: 'parentOrCarer', side: null, initiator: 'other' },
};
const ways = { phone: 'phone', text: 'text', email: 'email', post: 'post' } as const;
const needs: Readonly<Record<string, Need>> = {
  bsl: 'britishSignLanguage',
  'easy read': 'easyRead',
  'large print': 'largePrint',
  'someone with me': 'companion',
  interpreter: 'interpreter',
};

/** One self-referral. Throws RowRejected when it does not say who is speaking, or gives neither a name nor a way to answer. */
export function selfRow(cells: Readonly<Record<string, unknown>>, context: RowContext): Draft {
  const read = form.safeParse(cells);
  if (!read.success) throw new RowRejected(`the form does not fit: ${fieldsOf(read.error)}`);
  const sent = read.data;
  const who = asked[(sent.iAm ?? '').toLowerCase()];
  if (!who) throw new RowRejected('"iAm" does not say whether the person was harmed or is responsible');
  const sender = senderOf(sent, who, context);
  // "I will contact you" is a whole answer: such a person need give neither.
  const comesBack = sent.contact?.safe === false;
  if (!comesBack && sender.names.asWritten === null && sender.telephone === null && sender.email === null) {
    throw new RowRejected('there is neither a name nor a way to answer');
  }
  const reference = sent.crimeReference || null;
  if (reference !== null && sent.reportedToPolice === false) context.flag('R3', 'reportContradicted', 'offence');
  if (who.side === null) context.flag('R10', 'sideNotKnown', 'referral');
  if (sent.urgent === true) context.flag('R37', 'urgent', 'referral');
  if (sent.handOver === true) context.flag('R10', 'handOver', 'referral');
  if (sent.handOver === false) context.flag('R10', 'handOverRefused', 'referral');
  const forStaff = sent.forStaff ? [{ side: 'unsorted' as const, words: sent.forStaff }] : [];
  const kept = sent.whatHappened ? [{ side: who.side ?? ('unsorted' as const), words: sent.whatHappened }] : [];
  return draft(context, {
    source: 'self',
    initiator: who.initiator,
    externalReference: reference,
    receivedOn: receivedOn(sent.receivedAt ?? '', context),
    reportedToPolice: sent.reportedToPolice ?? null,
    offences: [{ reference, kind: 'other', words: '', recordedOn: null }],
    // Reported or not, it stays unknown what came of it; "not reported" is the one stage the form can tell.
    justiceStage: {
      stage: sent.reportedToPolice === false && reference === null ? 'notReported' : 'unknown',
      words: '',
    },
    risk: { ...nothingKnown, death: who.bereaved ?? null, domesticAbuse: sent.domesticAbuse ?? null },
    people: [sender, ...spokenFor(sent, who)],
    notes: [...kept, ...forStaff],
  });
}

/** Whoever speaks for somebody stands on nobody's side: what they say of themselves stays where the other's is left out (R7). */
const subjectOf = ({ role, side }: NonNullable<(typeof asked)[string]>): Side | 'referral' =>
  role === 'parentOrCarer' ? 'referral' : (side ?? 'referral');

/** The grown-up on whose behalf somebody writes, with what is said of their agreement. Nothing else of them is asked. */
function spokenFor(sent: Form, { role, side }: NonNullable<(typeof asked)[string]>): ReferredPerson[] {
  if (role !== 'parentOrCarer' || side !== 'harmed' || sent.theyAgree === undefined) return [];
  return [person({ role: 'harmed', side, agreedToShare: sent.theyAgree })];
}

/** When, with what words and where to: what is free text in how they may be reached, a line each. */
const howToReach = (contact: Form['contact']): string | null =>
  [
    contact?.times,
    contact?.safeWords && `Words that are safe to use: ${contact.safeWords}`,
    contact?.address && `Address for post: ${contact.address}`,
  ]
    .filter(Boolean)
    .join('\n') || null;

function senderOf(sent: Form, who: NonNullable<(typeof asked)[string]>, context: RowContext): ReferredPerson {
  const about = subjectOf(who);
  const { contact } = sent;
  const telephones = context.telephones(about, 'contact.phone', contact?.phone ?? '');
  const telephone = telephones[0]?.number ?? null;
  const email = context.email(about, 'contact.email', contact?.email ?? '');
  const channels = contact?.ways
    ? contact.ways.flatMap(
        (way) => context.coded<(typeof ways)[keyof typeof ways] | null>(about, 'contact.ways', way, ways, null) ?? [],
      )
    : null;
  const unreachable = { phone: !telephone, text: !telephone, email: !email, post: false };
  if (channels?.some((channel) => unreachable[channel])) context.flag('R11', 'channelWithoutAddress', about);
  if (channels?.includes('post') && !contact?.address) context.flag('R11', 'addressNotAsked', about);
  if (contact?.safe !== true) context.flag('R11', 'noSafeContact', about);
  return person({
    role: who.role,
    side: who.side,
    bereaved: who.bereaved ?? false,
    names: namesOf(sent, about, context),
    telephone,
    telephones,
    email,
    contact: {
      safe: contact?.safe ?? null,
      channels,
      times: howToReach(contact),
      voicemail: contact?.voicemail ?? null,
      mustNotKnow: contact?.mustNotKnow || null,
    },
    language: spoken(sent.language ?? '', about, context),
    needs: sent.needs
      ? sent.needs.map((need) => ({ need: needs[need.trim().toLowerCase()] ?? 'other', words: need }))
      : null,
    // They sent it themselves.
    agreedToShare: who.role === 'harmed' ? true : null,
  });
}

function namesOf(sent: Form, about: Side | 'referral', context: RowContext): ReferredPerson['names'] {
  const [name, callMe] = [sent.name ?? '', sent.callMe ?? ''].map((text) => {
    if (!namesNobody(text)) return text;
    context.flag('R10', 'writtenAsNotKnown', about);
    context.aside(about, 'name', text, 'names nobody');
    return '';
  });
  return name || callMe ? namesFromOneCell(name ?? '', callMe ?? '') : noNames;
}

function spoken(text: string, about: Side | 'referral', context: RowContext): string | null {
  if (text === '') return null;
  return (
    languageOf(text) ?? context.aside(about, 'language', text, `${text} is not a language that is known by this name`)
  );
}

function receivedOn(instant: string, context: RowContext): string | null {
  if (instant === '') return null;
  const read = readDate(instant, ['iso'], 'a time at which it can have been received');
  const not = (reason: string) => context.aside('referral', 'receivedAt', instant, `${instant} ${reason}`);
  if ('reason' in read) return not(read.reason);
  if (!/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(instant))
    return not('is not a time at which it can have been received: it has no time of day and zone');
  return read.date <= context.today
    ? read.date
    : not('is not a time at which it can have been received: it is in the future');
}

// Names of fields only: what was in them stays in the row.
const fieldsOf = (error: z.ZodError): string =>
  [
    ...new Set(
      error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 60)) : [issue.path.join('.')],
      ),
    ),
  ].join(', ');
