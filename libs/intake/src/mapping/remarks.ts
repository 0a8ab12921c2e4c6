/** Remarks that officers and workers put in the notes and that staff must not overlook. A remark may only add caution, never remove it. */
import { ageOn } from '#libs/time';
import type { RowContext, Draft } from '../draft.js';
import type { FlagName } from '../flags.js';
import type { ReferralFlag, ReferredPerson } from '../referral.js';

interface Remark {
  words: RegExp;
  rule: string;
  what: FlagName;
  about: ReferralFlag['about'];
  /** What it changes on the person harmed, always towards caution. */
  heeded?: (harmed: ReferredPerson) => void;
}

export const remarks: readonly Remark[] = [
  {
    words: /\bvoicemail not safe\b/i,
    rule: 'R11',
    what: 'voicemailNotSafe',
    about: 'harmed',
    heeded: (harmed) => void (harmed.contact.voicemail = false),
  },
  {
    // The row does not say whether its number is the old one: the number is no longer known to be safe.
    words: /\b(old number|number) unsafe\b/i,
    rule: 'R11',
    what: 'numberMayBeUnsafe',
    about: 'harmed',
    heeded: (harmed) => void (harmed.contact.safe &&= null),
  },
  { words: /\b(do not|don't) (ring|call|phone)\b/i, rule: 'R11', what: 'contactRuleInNotes', about: 'harmed' },
  { words: /\b(ring|call|phone) \w+ only\b/i, rule: 'R11', what: 'contactRuleInNotes', about: 'harmed' },
  { words: /\binterpreter\b/i, rule: 'R13', what: 'interpreterInNotes', about: 'referral' },
  {
    words: /\bdioddefwr yn dymuno siarad cymraeg\b|\bvictim (wishes|prefers|would like) to speak welsh\b/i,
    rule: 'R13',
    what: 'languageInNotes',
    about: 'harmed',
    heeded: (harmed) => void (harmed.language ??= 'cy'),
  },
  { words: /\b(admissions?|remorse)\b/i, rule: 'R31', what: 'acknowledgementInNotes', about: 'responsible' },
  { words: /\b(neighbours?|ongoing dispute)\b/i, rule: 'R34', what: 'relationshipInNotes', about: 'referral' },
];

/** Flags what the notes say, and heeds it. An age that the birth date contradicts makes the child flag unknown. */
export function heed(
  remarks: readonly Remark[],
  notes: string,
  row: Draft,
  harmed: ReferredPerson,
  context: RowContext,
): void {
  for (const remark of remarks) {
    if (!remark.words.test(notes)) continue;
    context.flag(remark.rule, remark.what, remark.about);
    remark.heeded?.(harmed);
  }
  const said = /\bvictim is (?<age>\d{1,2})\b/i.exec(notes)?.groups?.['age'];
  if (said === undefined) return;
  const age = harmed.bornOn === null ? null : ageOn(harmed.bornOn, row.reportedOn ?? context.today);
  if (age === null) {
    if (Number(said) < 18) row.risk.childVictim = true;
  } else if (age < 18 !== Number(said) < 18) {
    context.flag('R26', 'ageContradicted', 'harmed');
  }
}
