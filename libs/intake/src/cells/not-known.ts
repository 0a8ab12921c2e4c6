/** What people write where they know nothing: kept as written beside the referral, held as not known, never compared. */
import { foldName } from '#libs/matching';

// Each also counts with a number behind it ("victim 1"), and several of them together ("unknown male").
const nobody: ReadonlySet<string> = new Set(
  `unknown unkown unk unnamed unidentified anonymous anon withheld redacted refused declined none nil null undefined nan
   tbc tba tbd nk test testing xx xxx xxxx victim suspect offender aggrieved complainant male female person youth child
   anhysbys dim prawf dioddefwr troseddwr person gwryw benyw dienw`.split(/\s+/),
);
const phrases: ReadonlySet<string> = new Set([
  'n a', 'n k', 'na', 'not known', 'not applicable', 'not given', 'not stated', 'not provided', 'not recorded', 'not available',
  'no name', 'name withheld', 'to be confirmed', 'to be advised', 'injured party', 'see notes', 'as above',
  'ddim yn hysbys', 'heb ei nodi', 'heb ei roi', 'heb enw', 'iw gadarnhau', 'i w gadarnhau', 'amherthnasol', 'dim enw',
]); // prettier-ignore
// As one word of a longer name these say that the rest is all that is known; the others may be somebody's name.
const strong: ReadonlySet<string> = new Set(
  'unknown unkown unk unnamed unidentified tbc tba tbd null undefined anhysbys'.split(' '),
);

/** True for a cell, of whatever column, that says nothing is known: "N/A", "not known", "-", "TBC". */
export const saysNothing = (cell: string): boolean => cell !== '' && !/\d{3}/.test(cell) && namesNobody(cell);

/** True for a cell that names nobody: "N/A", "Unknown male", "victim 1", "-", "Anhysbys". */
export function namesNobody(cell: string): boolean {
  if (cell === '') return false;
  const folded = foldName(cell.replaceAll('/', ' ')).replaceAll('?', '').trim();
  if (folded === '' || /^\d+$/.test(folded)) return true;
  const unnumbered = folded.replace(/(?<=\p{L}) ?(no )?\d{1,3}$/u, '').trim();
  if (phrases.has(unnumbered)) return true;
  const words = unnumbered.replace(/^(mr|mrs|ms|miss) /, '').split(' ');
  return words.every((word) => nobody.has(word)) || (/^(v|d|s|ip|pr)$/.test(unnumbered) && unnumbered !== folded);
}

/** True for one part of a name, beside others, that says nothing is known: "Unknown", "N/A", "none", "test", "-". */
export function isNoPart(part: string): boolean {
  if (part === '') return false;
  const bare = foldName(part).replaceAll('?', '');
  return bare === '' || strong.has(bare) || /^n[/.][ak]\.?$/i.test(part) || alone.has(bare) || /^\d+$/.test(bare);
}
const alone: ReadonlySet<string> = new Set([
  'none', 'nil', 'test', 'withheld', 'redacted', 'anonymous', 'not known', 'not given', 'not stated', 'ddim yn hysbys', 'dim',
]); // prettier-ignore

/** A name without the words that say "not known": "Unknown Tolland" is Tolland. Unchanged where it has none. */
export function knownPart(name: string): string {
  const words = name.split(/\s+/u);
  const kept = words.filter(
    (word) => !strong.has(foldName(word)) && !/^n\/[ak]$/i.test(word) && !/^[-?.*]+$/.test(word),
  );
  return kept.length === words.length || kept.length === 0 ? name : kept.join(' ');
}

/** The days that systems write where they have none. */
const noDays: ReadonlySet<string> = new Set([
  '1899-12-30', '1899-12-31', '1900-01-00', '1900-01-01', '1901-01-01', '1753-01-01', '1111-11-11', '0001-01-01',
  '1800-01-01', '1850-01-01', '2099-12-31', '2999-12-31', '9999-12-31',
]); // prettier-ignore
/** True for a day ('YYYY-MM-DD') that stands for none. */
export const isNoBirthDate = (day: string): boolean => noDays.has(day);

/** True for a number in E.164 that is nobody's: one digit again and again, or the digits counted up. */
export function isNobodysNumber(number: string): boolean {
  const national = number.replace(/^\+44/, '');
  return /(\d)\1{8,}$/.test(national) || /1234567890?$/.test(national);
}

/** True for an address that stands for none: none@none.com, test@test.com, no.email@nowhere.org. */
export function isNobodysAddress(address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  const [name, host] = [local.replaceAll(/[._-]/g, ''), domain.split('.')[0] ?? ''];
  const none = /^(none|noemail|nomail|noaddress|unknown|notknown|notprovided|notgiven|nil|null|dimebost|anhysbys)$/;
  return none.test(name) || (name === host && /^(na|no|test|xx*|aa*|email|abc)$/.test(name));
}
