/** What a row says beside what it claims. A person is asked and never overruled: each finding is a flag, and changes nothing. */
import { foldName } from '#libs/matching';
import type { RowContext, Draft } from './draft.js';
import type { Referral, ReferralFlag, ReferredPerson } from './referral.js';

const somebodyElse =
  /\b(my|our) (\w+ )?(son|daughter|child|kid|boy|girl|mother|mum|mam|father|dad|brother|sister|nan|grand\w+|uncle|aunt|friend|neighbour)('s)?\b|\bon behalf of\b|\bfy (mab|merch|mhlentyn|mam|nhad|mrawd|chwaer)\b|\bar ran\b/i;
const partner =
  /\bmy (ex|partner|husband|wife|boyfriend|girlfriend|fianc[eé]e?)\b|\b(ex|former)[ -]?(partner|husband|wife|boyfriend|girlfriend)\b|\bfy (ngŵr|ngwr|ngwraig|nghariad|mhartner|nghyn\w*)\b|\bcyn-?(bartner|ŵr|wr|wraig|gariad)\b/i;
const doesNotSupport = /\bdoes not (support|wish|engage)\b|\bddim yn cefnogi\b/i;

/** Flags of one row. */
export function compareRow(row: Draft, context: RowContext): void {
  const words = row.notes.map((note) => note.words).join('\n');
  if (row.source === 'self') {
    const speaksForThemselves = row.people.some(({ role }) => role === 'harmed') && row.initiator === 'harmed';
    if (speaksForThemselves && somebodyElse.test(words)) context.flag('R10', 'mayBeOnBehalf', 'referral');
    if (partner.test(words) && row.risk.domesticAbuse === null) context.flag('R34', 'partnerInWords', 'referral');
  }
  const wishes =
    row.initiator === 'harmed' ||
    row.people.some(({ role, agreedToShare }) => role === 'harmed' && agreedToShare === true);
  if (doesNotSupport.test(row.justiceStage.words) && wishes) context.flag('R5', 'outcomeAgainstWish', 'harmed');
}

/** Flags of a whole referral: one family name on both sides may be one family. */
export function comparedSides({ people }: Pick<Referral, 'people'>): ReferralFlag[] {
  const families = (role: ReferredPerson['role']) =>
    people
      .filter((one) => one.role === role && !one.organisation)
      .flatMap(({ names }) => {
        const whole = foldName(names.asWritten ?? '')
          .split(' ')
          .filter(Boolean);
        const family = names.family === null ? (whole.length > 1 ? whole.at(-1) : undefined) : foldName(names.family);
        return family ? [{ family, whole: whole.join(' ') }] : [];
      });
  const responsible = families('responsible');
  const isKin = families('harmed').some(({ family, whole }) =>
    responsible.some((one) => one.family === family && one.whole !== whole),
  );
  return isKin ? [{ rule: 'R34', what: 'sameFamilyBothSides', about: 'referral' }] : [];
}
