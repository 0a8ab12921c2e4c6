/** People of a row from the names of its cells: words that name nobody are held as not known, and a split waits for a person to confirm it. */
import { person, type RowContext } from './draft.js';
import { namesFromOneCell, noNames } from './cells/names.js';
import { isNoPart, knownPart, namesNobody } from './cells/not-known.js';
import type { Named, NamedInCell } from './cells/several.js';
import type { PersonNames, PersonRole, ReferredPerson, Side } from './referral.js';

/** Whom cells name, on which side, and what the cells are called. */
export interface NamedOnSide {
  role: PersonRole;
  side: Side;
  field: string;
  read: NamedInCell;
}

/** The people named; one without a name when nobody is. What else the row says is said of each, but what can be of one alone. */
export function peopleNamed(
  context: RowContext,
  { role, side, field, read }: NamedOnSide,
  said: Partial<ReferredPerson>,
): ReferredPerson[] {
  const who = read.who.map((one) => ({ ...one, names: knownNames(one, side, field, context) }));
  if (read.split) context.flag('R10', 'namesSplit', side);
  if (read.unsure) context.flag('R10', 'namesMayBeSeveral', side);
  if (who.some(({ body }) => body)) context.flag('R1', 'organisationNeedsNamedContact', side);
  if (who.length === 0 || who.some(({ names }) => names.asWritten === null)) context.flag('R9', 'noName', side);
  const each = who.length > 1 ? ofEach(said, side, context) : said;
  return (who.length === 0 ? [{ body: false, names: noNames }] : who).map(({ body, names }) =>
    person({ role, side, ...each, names, organisation: body, ...(body ? { bornOn: null, ageBand: null } : {}) }),
  );
}

/** A birth date and an age band are of one of them, and the row does not say of whom. */
function ofEach(said: Partial<ReferredPerson>, side: Side, context: RowContext): Partial<ReferredPerson> {
  const { bornOn = null, ageBand = null } = said;
  if (bornOn !== null) context.aside(side, 'date of birth', bornOn, 'one date of birth stands for several people');
  if (ageBand !== null) context.aside(side, 'age band', ageBand, 'one age band stands for several people');
  return { ...said, bornOn: null, ageBand: null };
}

function knownNames({ body, names }: Named, side: Side, field: string, context: RowContext): PersonNames {
  if (body) return names;
  const nothing = (written: string | null): void => {
    context.flag('R10', 'writtenAsNotKnown', side);
    context.aside(side, field, written ?? '', 'names nobody');
  };
  if (names.asWritten !== null && namesNobody(names.asWritten)) return (nothing(names.asWritten), noNames);
  if (names.given === null && names.family === null) {
    const known = knownPart(names.asWritten ?? '');
    if (known === (names.asWritten ?? '')) return names;
    nothing(names.asWritten);
    return { ...namesFromOneCell(known, names.knownAs ?? ''), title: names.title };
  }
  const [given, family] = [names.given ?? '', names.family ?? ''].map((part) => (isNoPart(part) ? null : part || null));
  if (given === names.given && family === names.family) return names;
  nothing(names.asWritten);
  const asWritten = [given, family].filter(Boolean).join(' ');
  if (asWritten === '') return noNames;
  return { ...namesFromOneCell(asWritten), title: names.title, given: given ?? null, family: family ?? null };
}
