/** A referrer's mapping: which column means what, how days and answers are written, which rows are wanted. Data, not code. */
import { z } from 'zod';
import { fieldNames } from './fields.js';

export const sources = ['police', 'youthJustice', 'self'] as const;
export const initiators = ['harmed', 'responsible', 'police', 'probation', 'youthJustice', 'other', 'unknown'] as const;
export const offenceKinds = [
  'antisocialBehaviour', 'arson', 'burglary', 'coerciveControl', 'criminalDamage', 'death', 'exploitation', 'fraud', 'harassment', 'hate',
  'publicOrder', 'robbery', 'sexual', 'stalking', 'terrorism', 'theft', 'trafficking', 'vehicle', 'violence', 'violenceWithInjury', 'other',
] as const; // prettier-ignore
const stages = [
  'notReported', 'investigation', 'noFurtherAction', 'outOfCourt', 'charged', 'preSentence', 'community', 'custody', 'unknown',
] as const; // prettier-ignore
const risks = [
  'domesticAbuse', 'coerciveControl', 'sexual', 'stalking', 'trafficking', 'exploitation', 'hate', 'childVictim', 'death',
] as const; // prettier-ignore
const dateStyles = ['iso', 'dayMonthYear', 'monthDayYear', 'dayMonthName', 'shortYear', 'serial'] as const;

/** Words of the referrer in lower case, each with what it means here. */
const meaning = <T extends z.ZodType>(value: T) =>
  z.record(z.string().trim().toLowerCase().max(200), value).default({});
const listed = z.array(z.string().trim().toLowerCase().max(200)).max(200);

/** Rows that are wanted: of this column, one of these words, none of those, or a number between these. Several criteria all hold. */
const criterion = z.strictObject({
  column: z.string().min(1).max(200),
  is: listed.optional(),
  isNot: listed.optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});

/** Who a sender is, by their own answer; `side` is null where they do not say of whom they speak. */
const sender = z.strictObject({
  role: z.enum(['harmed', 'responsible', 'parentOrCarer']),
  side: z.enum(['harmed', 'responsible']).nullable(),
  initiator: z.enum(initiators),
  bereaved: z.boolean().default(false),
});

export const mapping = z
  .strictObject({
    /** What `--from` and the API call it: lower case, digits and hyphens. */
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'is lower case letters, digits and hyphens'),
    /** Who sends it. */
    source: z.enum(sources),
    /** Who began it, where no column says so. */
    initiator: z.enum(initiators).default('unknown'),
    /** Rows of a table with a header, or JSON objects, whose inner fields are written with a dot. */
    shape: z.enum(['table', 'forms']).default('table'),
    /** Column to field. Several columns of one field are read together. */
    columns: z.record(z.string().min(1).max(200), z.enum(fieldNames)),
    /** Other columns are left alone, and kept nowhere; without it they are a fault of the file. */
    others: z.boolean().default(false),
    /** Columns at the end whose blank cells a program may drop. */
    mayLack: z.int().min(0).max(50).default(0),
    /** How days are written. Two digits for a year are never taken in a birth date. */
    dates: z.array(z.enum(dateStyles)).min(1),
    /** The referrer works with children: somebody responsible who cannot be one is asked about. */
    children: z.boolean().default(false),
    words: z
      .strictObject({
        yes: listed.default(['y', 'yes']),
        no: listed.default(['n', 'no']),
        unknown: listed.default(['unknown', 'not known']),
        initiator: meaning(z.enum(initiators)),
        stage: meaning(z.enum(stages)),
        ageBand: meaning(z.enum(['under10', '10to17', '18to64', '65plus'])),
        offence: meaning(z.strictObject({ kind: z.enum(offenceKinds), risks: z.array(z.enum(risks)).default([]) })),
        sender: meaning(sender),
        ways: meaning(z.enum(['phone', 'text', 'email', 'post'])),
        needs: meaning(z.enum(['britishSignLanguage', 'easyRead', 'largePrint', 'companion', 'interpreter'])),
      })
      .prefault({}),
    /** Rows that are wanted; left out: all. */
    choose: z.array(criterion).max(20).default([]),
  })
  .refine(({ columns }) => Object.keys(columns).length > 0, 'no column is mapped')
  .refine(({ columns }) => named(columns), 'no column says who it is about')
  .refine(
    ({ dates }) => !(dates.includes('dayMonthYear') && dates.includes('monthDayYear')),
    'days are written with the day first or with the month first, not both',
  );
export type Mapping = z.infer<typeof mapping>;
/** A mapping as it is written: what has a default may be left out. */
export type MappingInput = z.input<typeof mapping>;

const named = (columns: Readonly<Record<string, string>>): boolean =>
  Object.values(columns).some((field) => /\.(name|family|is)$/.test(field) || field === 'reference');

/** Reads a mapping from its JSON. Gives what is wrong with it, a sentence each, where it cannot stand. */
export function readMapping(json: string): { ok: true; mapping: Mapping } | { ok: false; problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problems: ['The mapping is not JSON.'] };
  }
  const read = mapping.safeParse(value);
  if (read.success) return { ok: true, mapping: read.data };
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? path.join('.') : 'The mapping'}: ${message}.`,
  );
  return { ok: false, problems: [...new Set(problems)].slice(0, 20) };
}

/** Columns of a table that are read, those that rows are chosen by among them; null for forms. */
export const tableColumns = ({ shape, columns, choose }: Mapping): string[] | null =>
  shape === 'forms' ? null : [...new Set([...Object.keys(columns), ...choose.map(({ column }) => column)])];

/** A mapping as the small JSON file that is exported and taken in again. */
export const mappingFile = (one: Mapping): string => `${JSON.stringify(one, null, 2)}\n`;
