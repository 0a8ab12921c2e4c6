// The service's own spreadsheet of facilitators, read: every sound row taken, every other value or row returned with its reason.
import { levels, type Level } from '#libs/case';
import { csvRows, readDate, textOf } from '#libs/intake';

/** A facilitator as the sheet has them. Null means the cell was blank, or could not stand. */
export interface StaffEntry {
  line: number;
  name: string;
  email: string;
  level: Level;
  registeredUntil: string | null;
  training: string[];
  languages: string[];
  gender: string | null;
  base: string | null;
  employment: string | null;
  caseloadLimit: number | null;
  availability: string | null;
  backOn: string | null;
  lastSupervision: string | null;
  lastObservedPractice: string | null;
  cpdHours: number | null;
  cpdApprovedHours: number | null;
}
/** A row that cannot stand, or (`column` given) a value that was left out of a row that was taken. Personal data. */
export interface StaffProblem {
  line: number;
  column: string | null;
  original: string;
  reason: string;
}
export interface StaffFile {
  staff: StaffEntry[];
  rejected: StaffProblem[];
  setAside: StaffProblem[];
}

const columns = [
  'name',
  'email',
  'level',
  'registered until',
  'specialist training',
  'languages',
  'gender',
  'base',
  'employment',
  'capacity points',
  'availability',
  'back on',
  'last supervision',
  'last observed practice',
  'CPD hours this year',
  'CPD approved hours',
] as const;
type Column = (typeof columns)[number];

/** Reads the sheet. Pure. Throws ReferralFileProblem when it has other columns. Who has no name, address or known level is rejected, and so is an address twice. */
export function readStaffFile(bytes: Uint8Array): StaffFile {
  const file: StaffFile = { staff: [], rejected: [], setAside: [] };
  const seen = new Set<string>();
  for (const row of csvRows(textOf(bytes), columns)) {
    const cell = (column: Column): string => String(row.cells?.[column] ?? '').trim();
    const reject = (reason: string): void =>
      void file.rejected.push({ line: row.line, column: null, original: row.original, reason });
    const email = cell('email').toLowerCase();
    const level = Object.keys(levels).find((name) => name.toLowerCase() === cell('level').toLowerCase()) as
      Level | undefined;
    if (row.cells === null) reject(row.problem);
    else if (cell('name') === '') reject('there is no name');
    else if (!/^[^@\s]+@[^@\s]+$/.test(email)) reject('there is no e-mail address, and it is how they sign in');
    else if (seen.has(email)) reject('the same e-mail address stands in an earlier row');
    else if (!level) reject(`"${cell('level')}" is not a practitioner level`);
    else {
      seen.add(email);
      const aside = (column: Column, reason: string): null => (
        file.setAside.push({ line: row.line, column, original: cell(column), reason }),
        null
      );
      file.staff.push({ line: row.line, email, level, ...valuesOf(cell, aside) });
    }
  }
  return file;
}

function valuesOf(
  cell: (column: Column) => string,
  aside: (column: Column, reason: string) => null,
): Omit<StaffEntry, 'line' | 'email' | 'level'> {
  const day = (column: Column): string | null => {
    if (cell(column) === '') return null;
    const read = readDate(cell(column), ['iso', 'dayMonthYear', 'dayMonthName'], 'a date');
    return 'date' in read ? read.date : aside(column, read.reason);
  };
  const number = (column: Column): number | null => {
    if (cell(column) === '') return null;
    return /^\d+(\.\d+)?$/.test(cell(column)) ? Number(cell(column)) : aside(column, 'is not a number');
  };
  const words = (column: Column): string | null => cell(column) || null;
  const list = (column: Column): string[] =>
    cell(column)
      .split('|')
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean);
  const points = number('capacity points');
  return {
    name: cell('name'),
    registeredUntil: day('registered until'),
    training: list('specialist training'),
    languages: list('languages'),
    gender: words('gender'),
    base: words('base'),
    employment: words('employment'),
    caseloadLimit:
      points === null || Number.isInteger(points) ? points : aside('capacity points', 'is not a whole number'),
    availability: words('availability')?.toLowerCase() ?? null,
    backOn: day('back on'),
    lastSupervision: day('last supervision'),
    lastObservedPractice: day('last observed practice'),
    cpdHours: number('CPD hours this year'),
    cpdApprovedHours: number('CPD approved hours'),
  };
}
