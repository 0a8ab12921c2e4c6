// Periods to begin with: examples of real services (practice.md section 9, source S29), marked as such; there is no national rule.
import type { RecordClass, RecordClassName, Term } from './classes.js';

const EXAMPLE = 'Example only, no national rule: ';
const years = (from: Term['from'], count: number): Term => ({ from, years: count, days: 0 });

const rows: Record<RecordClassName, { terms: readonly Term[]; why: string; source: string }> = {
  identity: {
    terms: [years('caseClosed', 7)],
    why: 'So that we know you again if you come back, and can answer you or a complaint.',
    source: `${EXAMPLE}7 years, longer if the person wants, removal on request (Cleveland, S29)`,
  },
  identityOfChild: {
    terms: [years('birth', 25), years('lastContact', 10)],
    why: 'Somebody who was a child then may need their record as an adult.',
    source: `${EXAMPLE}25 years from birth or 10 from last contact (Barnet youth offending team, S29); others keep 3 years for out-of-court disposals and 5 for orders (Darlington, S29)`,
  },
  declined: {
    terms: [years('caseClosed', 0)],
    why: 'To see whether our service reaches everybody alike.',
    source: `${EXAMPLE}a person who declines: age, gender and ethnicity only (Kent, S29)`,
  },
  words: {
    terms: [years('caseClosed', 7)],
    why: 'So that what was said and decided can be looked at again if somebody asks.',
    source: `${EXAMPLE}7 years (Cleveland, S29)`,
  },
  safeguarding: {
    terms: [],
    why: 'To keep people safe.',
    source: 'No period found: some safety records must not be destroyed (legal hold), so the service sets one itself',
  },
  messages: {
    terms: [years('caseClosed', 7)],
    why: 'So that we can show what we told you.',
    source: `${EXAMPLE}7 years (Cleveland, S29)`,
  },
  consents: {
    terms: [],
    why: 'To show that we asked you, what you said, and that we kept to it.',
    source: 'The record that consent existed and ended is kept (practice.md section 2); ids only',
  },
  journal: {
    terms: [],
    why: 'To show what was done with the case. It holds no names; when your details are erased, nothing in it leads to you.',
    source: 'The journal stays whole; ids only',
  },
  disclosures: {
    terms: [],
    why: 'So that you can always learn who was told what about you.',
    source: 'Disclosure register (S12, S15)',
  },
  reads: {
    terms: [],
    why: 'So that you can always learn who looked.',
    source: 'Record of reads; ids only',
  },
};

/** The defaults; the program guesses no legal ground: it is undecided until the service decides. */
export const defaultClasses = (controller: string): RecordClass[] =>
  (Object.keys(rows) as RecordClassName[]).map((name) => ({
    class: name,
    controller,
    lawfulBasis: 'notDecided',
    ...rows[name],
    setAt: null,
    setBy: null,
  }));

/** What counts: the defaults, overlaid by what the service has set last. */
export const inForce = (controller: string, set: readonly RecordClass[]): RecordClass[] =>
  defaultClasses(controller).map((row) => set.findLast((own) => own.class === row.class) ?? row);
