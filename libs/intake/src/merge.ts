/** Several rows of one offence set into one: nothing is lost, the stricter answer counts, and where two differ the first is kept and the other set aside. */
import { folded } from './cells/characters.js';
import type { Draft } from './draft.js';
import type { Answer, ReferredPerson, RiskFlag, RiskFlags, SetAside } from './referral.js';

/** One draft of several. `home` gives, for each person of all rows in order, the place of the first entry that is the same person. */
export function merged(rows: readonly Draft[], home: readonly number[]): Draft {
  const [first, ...others] = rows;
  if (!first) throw new RangeError('no rows to merge');
  const people = rows.flatMap((row) => row.people);
  if (others.length === 0 && home.every((at, i) => at === i)) return first;
  const differences: SetAside[] = [];
  const byHome = new Map<number, ReferredPerson>();
  people.forEach((one, i) => {
    const at = home[i] ?? i;
    const before = byHome.get(at);
    byHome.set(at, before ? mergedPerson(before, one, differences) : one);
  });
  const differ = differences.length === 0 ? [] : [{ rule: 'R10', what: 'valuesDiffer', about: 'referral' } as const];
  return {
    ...first,
    initiator:
      rows.find((row) => row.initiator === 'responsible')?.initiator ??
      known(
        rows.map((row) => row.initiator),
        'unknown',
      ),
    receivedOn: earliest(rows.map((row) => row.receivedOn)),
    reportedOn: earliest(rows.map((row) => row.reportedOn)),
    offences: sameOffences(rows.flatMap((row) => row.offences)),
    justiceStage: rows.findLast((row) => row.justiceStage.stage !== 'unknown')?.justiceStage ?? first.justiceStage,
    keyDates: distinct(rows.flatMap((row) => row.keyDates)),
    risk: rows.map((row) => row.risk).reduce(riskier),
    people: [...byHome.values()],
    invitation: others.every((row) => JSON.stringify(row.invitation) === JSON.stringify(first.invitation))
      ? first.invitation
      : { decision: 'undecided', leaning: null, reason: null, decider: null, decidedOn: null },
    appropriateAdult:
      rows.find((row) => row.appropriateAdult?.implicated)?.appropriateAdult ??
      known(
        rows.map((row) => row.appropriateAdult),
        null,
      ),
    officer: known(
      rows.map((row) => row.officer),
      null,
    ),
    notes: distinct(rows.flatMap((row) => row.notes)),
    flags: distinct([...rows.flatMap((row) => row.flags), ...differ]),
    setAside: distinct([...rows.flatMap((row) => row.setAside), ...differences]),
  };
}

const known = <T>(values: readonly T[], unknown: T): T => values.find((value) => value !== unknown) ?? unknown;
const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.filter((date) => date !== null).toSorted()[0] ?? null;
const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** An offence stands once, however its reference is spelt. */
const sameOffences = (offences: Draft['offences']): Draft['offences'] => {
  const alike = Map.groupBy(offences, (one) => JSON.stringify({ ...one, reference: folded(one.reference ?? '') }));
  return [...alike.values()].flatMap(([first]) => first ?? []);
};

/** A risk that one row names is there; it is absent only if every row says so. */
const riskier = (a: RiskFlags, b: RiskFlags): RiskFlags =>
  Object.fromEntries(
    (Object.keys(a) as RiskFlag[]).map((flag) => [
      flag,
      a[flag] === true || b[flag] === true ? true : a[flag] === b[flag] ? a[flag] : null,
    ]),
  ) as RiskFlags;

/** For leave to do something: a "no" outweighs "not known", and that a "yes". */
const stricter = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === null || b === null ? null : true;

function mergedPerson(a: ReferredPerson, b: ReferredPerson, differences: SetAside[]): ReferredPerson {
  if (a.agreedToShare === false && a.role === 'harmed') return { ...a, rows: distinct([...a.rows, ...b.rows]) };
  const about = a.side ?? 'referral';
  const first = <T extends string | null>(field: string, one: T, other: T): T => {
    if (one !== null && other !== null && one !== other)
      differences.push({ about, field, original: other, reason: 'another row about the same person differs' });
    return one ?? other;
  };
  first('name', a.names.asWritten, b.names.asWritten);
  return {
    ...a,
    names: {
      ...a.names,
      title: first('title', a.names.title, b.names.title),
      knownAs: first('known as', a.names.knownAs, b.names.knownAs),
    },
    bornOn: a.bornOn ?? b.bornOn,
    ageBand: first('age band', a.ageBand, b.ageBand),
    telephone: first('telephone', a.telephone, b.telephone),
    telephones: [...new Map([...b.telephones, ...a.telephones].map((one) => [one.number, one])).values()],
    email: first('email', a.email, b.email),
    contact: {
      safe: stricter(a.contact.safe, b.contact.safe),
      channels:
        a.contact.channels && b.contact.channels
          ? a.contact.channels.filter((channel) => b.contact.channels?.includes(channel))
          : (a.contact.channels ?? b.contact.channels),
      times: first('times', a.contact.times, b.contact.times),
      // A blank in one row does not undo what the other says.
      voicemail:
        a.contact.voicemail === null
          ? b.contact.voicemail
          : b.contact.voicemail === null
            ? a.contact.voicemail
            : a.contact.voicemail && b.contact.voicemail,
      mustNotKnow:
        [...new Set([a.contact.mustNotKnow, b.contact.mustNotKnow])].filter((words) => words !== null).join('; ') ||
        null,
    },
    language: first('language', a.language, b.language),
    needs: a.needs || b.needs ? distinct([...(a.needs ?? []), ...(b.needs ?? [])]) : null,
    agreedToShare: stricter(a.agreedToShare, b.agreedToShare),
    rows: distinct([...a.rows, ...b.rows]),
  };
}
